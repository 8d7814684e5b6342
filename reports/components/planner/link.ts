import { linkedIn, linkOf } from "../../src/scenario/link.js";
import { parted } from "../../src/scenario/private-part.js";
import type { Draft } from "./draft.js";

const prefix = "#plan=";

/** The page's address with the scenario in it, and the year that it is for. */
export const addressOf = ({ name, entry }: Draft, year: string): string =>
  `${location.origin}${location.pathname}${prefix}${linkOf({ name, entry: { year, ...entry } })}`;

/**
 * Keeps the address bar at the scenario, without a step back for every change, and without what it says
 * of pay: a browser remembers addresses.
 */
export function followAddress({ name, entry }: Draft, year: string): void {
  const { shown } = parted(entry);
  const isPlan = Object.keys(shown).length === 0;
  const bare = `${location.pathname}${location.search}`;
  const address = isPlan ? bare : addressOf({ name, entry: shown }, year);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // browsers take so many changes of the address in a while and no more; the next one counts again
  }
}

/**
 * The scenario that the address holds; null where it holds none.
 *
 * @throws InputErrors where it is none that the page knows
 */
export async function draftInAddress(year: string): Promise<Draft | null> {
  if (!location.hash.startsWith(prefix)) return null;
  const linked = linkedIn(location.hash.slice(prefix.length));
  const { linkedDraft } = await import("./reading.js");
  return linkedDraft(linked, year);
}
