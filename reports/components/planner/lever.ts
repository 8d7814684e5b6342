import { html } from "npm:htl";
import { changed, type EntryChange } from "./draft.js";
import type { Field } from "./fields.js";
import type { Planner } from "./store.js";

/** Levers of one kind under a heading that opens and closes; `follow` shows what the scenario says. */
export interface LeverGroup {
  readonly element: HTMLElement;
  follow(): void;
}

/** Levers of one kind. */
export function leverGroup(
  title: string,
  fields: readonly Field[],
  { isOpen = false, note }: { readonly isOpen?: boolean; readonly note?: string } = {},
): LeverGroup {
  const element = html`<details class="levers" open=${isOpen}><summary>${title}</summary>
    ${note === undefined ? "" : html`<p class="aside">${note}</p>`}
    ${fields.map((field) => field.element)}</details>`;
  const follow = () => {
    for (const field of fields) field.show();
  };
  return { element, follow };
}

/** Writes a part of the scenario. */
export type Write = (part: EntryChange, options?: { readonly isPassing?: boolean }) => void;

export const writer =
  (planner: Planner): Write =>
  (part, options) =>
    planner.change({ entry: changed(planner.state().draft.entry, part) }, options);

/** What the scenario says now. */
export const entryOf = (planner: Planner) => planner.state().draft.entry;
