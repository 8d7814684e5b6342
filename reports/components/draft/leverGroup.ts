import { html } from "npm:htl";
import type { Field } from "./fields.js";

/** Levers of one kind under a heading that opens and closes; `follow` shows what the draft says. */
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
