import { changed, type EntryChange } from "./draft.js";
import type { Planner } from "./store.js";

/** Writes a part of the scenario. */
export type Write = (part: EntryChange, options?: { readonly isPassing?: boolean }) => void;

export const writer =
  (planner: Planner): Write =>
  (part, options) =>
    planner.change({ entry: changed(planner.state().draft.entry, part) }, options);

/** What the scenario says now. */
export const entryOf = (planner: Planner) => planner.state().draft.entry;
