import { linkedIn, linkOf } from "../../src/scenario/link.js";
import type { Draft } from "./store.js";

const prefix = "#plan=";

/** The page's address with the scenario in it. */
export const addressOf = (draft: Draft): string =>
  `${location.origin}${location.pathname}${prefix}${linkOf(draft)}`;

/** Keeps the address bar at the scenario, without a step back for every change. */
export function followAddress(draft: Draft): void {
  const isPlan = Object.keys(draft.entry).length === 0;
  const address = isPlan ? `${location.pathname}${location.search}` : addressOf(draft);
  history.replaceState(history.state, "", address);
}

/**
 * The scenario that the address holds; null where it holds none.
 *
 * @throws InputErrors where it is none that the page knows
 */
export async function draftInAddress(): Promise<Draft | null> {
  if (!location.hash.startsWith(prefix)) return null;
  const linked = linkedIn(location.hash.slice(prefix.length));
  const { checkedEntry } = await import("./reading.js");
  return { name: linked?.name ?? "", entry: checkedEntry(linked?.entry) };
}
