import { InputError } from "../../src/errors.js";
import { linkedIn, linkOf } from "../../src/scenario/link.js";
import type { Draft } from "./draft.js";

const prefix = "#model=";

/** The page's address with the draft in it; null for a file of the reader's, which may say whose pay it is. */
export const addressOf = ({ name, ...entry }: Draft): string | null =>
  entry.origin.kind === "file"
    ? null
    : `${location.origin}${location.pathname}${prefix}${linkOf({ name, entry })}`;

/** Keeps the address bar at the draft; a file of the reader's stays out of it, and so of the browser's history. */
export function followAddress(draft: Draft): void {
  const address = addressOf(draft) ?? `${location.pathname}${location.search}`;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // browsers take so many changes of the address in a while and no more; the next one counts again
  }
}

/**
 * The draft that the address holds; null where it holds none.
 *
 * @throws InputError where it is none that the page knows
 */
export function draftInAddress(): Draft | null {
  if (!location.hash.startsWith(prefix)) return null;
  const linked = linkedIn(location.hash.slice(prefix.length));
  const { origin, text, setting } = (linked?.entry ?? {}) as Partial<Draft>;
  if (linked && isOrigin(origin) && typeof text === "string" && isSetting(setting))
    return { name: linked.name, origin, text, setting };
  throw new InputError("unreadable link: no plan", {
    remedy: "Ask for the link again, or for the plan as a file.",
  });
}

const isOrigin = (origin: Draft["origin"] | undefined): origin is Draft["origin"] =>
  origin !== undefined &&
  (origin.kind === "plan" || origin.kind === "template") &&
  typeof origin.name === "string";

const isSetting = (setting: Draft["setting"] | undefined): setting is Draft["setting"] =>
  typeof setting === "object" &&
  setting !== null &&
  Object.values(setting).every((value) => typeof value === "number" && Number.isFinite(value));
