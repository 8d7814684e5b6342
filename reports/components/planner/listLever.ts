import { html } from "npm:htl";
import type { Field } from "./fields.js";

/** A column of a list that a reader fills row by row. */
export interface ListColumn<Item> {
  readonly label: string;
  /** The field of a row's cell. */
  readonly cell: (item: Item, write: (item: Item) => void) => HTMLElement;
}

interface ListOptions<Item> {
  /** What one row is, such as `hire`. */
  readonly what: string;
  readonly columns: readonly ListColumn<Item>[];
  readonly read: () => readonly Item[];
  readonly write: (items: readonly Item[]) => void;
  /** What a row begins with; null where there is nothing to begin one with. */
  readonly first: () => Item | null;
}

/** A list of rows that can be added, changed and taken out. */
export function listField<Item>({ what, columns, read, write, first }: ListOptions<Item>): Field {
  const body = html`<div class="list"></div>`;
  let drawn = "";
  const put = (at: number, items: readonly Item[]) => write(read().toSpliced(at, 1, ...items));
  const row = (item: Item, at: number) => html`<fieldset><legend>${what} ${at + 1}</legend>
    ${columns.map(({ label, cell }) => html`<label><span>${label}</span>${cell(item, (next) => put(at, [next]))}</label>`)}
    <button type="button" aria-label=${`Take out ${what} ${at + 1}`} onclick=${() => put(at, [])}>×</button></fieldset>`;
  const add = () => {
    const item = first();
    if (item !== null) write([...read(), item]);
  };
  const element = html`<div class="lever rows">${body}
    <button type="button" onclick=${add}>Add a ${what}</button></div>`;
  const show = () => {
    const now = JSON.stringify(read());
    if (now === drawn) return;
    drawn = now;
    const focus = placeIn(body);
    body.replaceChildren(...read().map(row));
    refocus(body, focus);
  };
  show();
  return { element, show };
}

const fieldsOf = (body: HTMLElement) => [
  ...body.querySelectorAll<HTMLElement>("input, select, button"),
];

const placeIn = (body: HTMLElement) =>
  fieldsOf(body).indexOf(document.activeElement as HTMLElement);

/** The reader stays where they were, though the rows are drawn anew. */
function refocus(body: HTMLElement, place: number): void {
  if (place >= 0) fieldsOf(body)[place]?.focus();
}

/** A list to choose from, in a row. */
export function choiceCell(
  value: string,
  options: readonly { readonly value: string; readonly label: string }[],
  write: (value: string) => void,
): HTMLElement {
  const list = html`<select onchange=${() => write(list.value)}>${options.map(
    (option) =>
      html`<option value=${option.value} selected=${option.value === value}>${option.label}</option>`,
  )}</select>` as HTMLSelectElement;
  return list;
}

/** A number, in a row; `%` shows a fraction as percent. */
export function numberCell(
  value: number,
  { unit = "", min, max }: { readonly unit?: string; readonly min?: number; readonly max?: number },
  write: (value: number) => void,
): HTMLElement {
  const factor = unit === "%" ? 100 : 1;
  const read = () => Number((Number(field.value) / factor).toPrecision(12));
  const field =
    html`<input type="number" step="any" inputmode="decimal" min=${min ?? null} max=${max ?? null}
    value=${Number((value * factor).toFixed(4))} onchange=${() => write(read())}>` as HTMLInputElement;
  return html`<span class="entry">${field}<i>${unit}</i></span>`;
}
