import { html } from "npm:htl";
import { type Field, type SelectOption, textOf, typeNumber } from "./fields.js";

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
    ${columns.map(
      ({ label, cell }) =>
        html`<label><span>${label}</span>${cell(item, (next) => put(at, [next]))}</label>`,
    )}
    <button type="button" aria-label=${`Take out ${what} ${at + 1}`} onclick=${() => put(at, [])}>×</button></fieldset>`;
  const add = () => {
    const item = first();
    if (item !== null) write([...read(), item]);
  };
  const button = html`<button type="button" onclick=${add}>Add a ${what}</button>`;
  const element = html`<div class="lever rows">${body}${button}</div>`;
  const show = () => {
    const now = JSON.stringify(read());
    if (now === drawn) return;
    drawn = now;
    const place = fieldsOf(body).indexOf(document.activeElement as HTMLElement);
    body.replaceChildren(...read().map(row));
    // the reader stays where they were, though the rows are drawn anew
    if (place >= 0) (fieldsOf(body)[place] ?? button).focus();
  };
  show();
  return { element, show };
}

const fieldsOf = (body: HTMLElement) => [
  ...body.querySelectorAll<HTMLElement>("input, select, button"),
];

/** A list to choose from, in a row; a value that isn't in it is told as such. */
export function choiceCell(
  value: string,
  options: readonly SelectOption[],
  write: (value: string) => void,
): HTMLElement {
  const isKnown = options.some((option) => option.value === value);
  const all = isKnown ? options : [{ value, label: `${value} (not in the plan)` }, ...options];
  const list = html`<select onchange=${() => write(list.value)}>${all.map(
    (option) =>
      html`<option value=${option.value} selected=${option.value === value}>${option.label}</option>`,
  )}</select>` as HTMLSelectElement;
  return list;
}

/** A number, in a row; `%` shows a fraction as percent. */
export function numberCell(
  value: number,
  bounds: { readonly unit: string; readonly min: number; readonly max: number },
  write: (value: number) => void,
): HTMLElement {
  const typed = (next: number | undefined) => {
    if (next !== undefined) write(next);
  };
  const field = html`<input type="number" step="any" inputmode="decimal"
    value=${textOf(value, bounds.unit)} onchange=${() => typeNumber(field, bounds, typed)}>` as HTMLInputElement;
  return html`<span class="entry">${field}<i>${bounds.unit}</i></span>`;
}
