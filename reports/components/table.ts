import { html } from "npm:htl";
import { formatCount, formatPlural } from "../src/format.js";
import type { Column } from "./column.js";
import { downloadCsv } from "./download.js";
import { matchingRows, type RowsState, sortedRows } from "./rows.js";
import { bodyRow, headCell } from "./tableParts.js";

export interface TableOptions {
  /** What the rows are, for the heading over the table. */
  readonly title: string;
  /** What one row is and what many are: `deal`, `deals`. */
  readonly unit?: readonly [string, string];
  readonly filename: string;
  /** What stands in place of a table without rows. */
  readonly none?: string;
  /** How many there are, when `rows` holds only the first of them. */
  readonly total?: number | undefined;
  readonly pageSize?: number;
  readonly sortedBy?: number;
  readonly isDescending?: boolean;
}

/** A table that is searched, sorted, paged and downloaded, and that prints whole. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: TableOptions,
): HTMLElement {
  if (rows.length === 0) return emptyTable(options);
  const { title, filename, unit = ["row", "rows"], pageSize = 12 } = options;
  const { sortedBy, isDescending = false, total = rows.length } = options;
  let state: RowsState = { search: "", sortedBy, isDescending, page: 0 };
  const head = html`<tr></tr>`;
  const body = html`<tbody></tbody>`;
  const count = html`<p class="count" role="status"></p>`;
  const pager = html`<nav class="pager" aria-label=${`Pages of ${title}`}></nav>`;
  const search = html`<input type="search" placeholder="Search" aria-label=${`Search ${title}`}
    oninput=${(event: Event) => change({ search: searched(event), page: 0 })}>`;
  const shown = () => shownRows(rows, columns, state);

  function change(part: Partial<RowsState>): void {
    state = { ...state, ...part };
    draw(false);
  }
  function draw(whole: boolean): void {
    const found = shown();
    const from = whole ? 0 : state.page * pageSize;
    const part = whole ? found : found.slice(from, from + pageSize);
    head.replaceChildren(...columns.map((column, index) => headCell(column, index, state, change)));
    body.replaceChildren(...part.map((row) => bodyRow(row, columns)));
    count.textContent = countText(found.length, total, unit, whole);
    pager.replaceChildren(...pageButtons(found.length, pageSize, state.page, change));
  }
  draw(false);
  printWhole(
    () => draw(true),
    () => draw(false),
  );
  const save = () => downloadCsv(filename, columns.map(csvColumn), shown());
  return html`<section class="table">
    <div class="table-head">
      <h2>${title}</h2>
      <div class="actions">${rows.length > pageSize ? search : ""}
        <button type="button" onclick=${save} aria-label=${`Download ${title} as CSV`}>CSV</button>
      </div>
    </div>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
      <table><thead>${head}</thead>${body}</table>
    </div>
    <div class="table-foot">${count}${pager}</div>
  </section>`;
}

const emptyTable = ({ title, unit = ["row", "rows"], none = `No ${unit[1]}.` }: TableOptions) =>
  html`<section class="table"><div class="table-head"><h2>${title}</h2></div>
    <p class="aside">${none}</p></section>`;

function shownRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, sortedBy, isDescending }: RowsState,
): readonly Row[] {
  const textOf = (row: Row) => columns.map((column) => column.value(row)).join("\n");
  const found = matchingRows(rows, search, textOf);
  const column = sortedBy === undefined ? undefined : columns[sortedBy];
  return column ? sortedRows(found, column.value, isDescending) : found;
}

function countText(
  found: number,
  all: number,
  [one, many]: readonly [string, string],
  whole: boolean,
): string {
  if (whole || found < all) return `${formatCount(found)} of ${formatPlural(all, one, many)}`;
  return formatPlural(all, one, many);
}

function pageButtons(
  found: number,
  pageSize: number,
  page: number,
  change: (part: Partial<RowsState>) => void,
): HTMLElement[] {
  const pages = Math.ceil(found / pageSize);
  if (pages < 2) return [];
  const button = (label: string, name: string, to: number) =>
    html`<button type="button" aria-label=${name} disabled=${to < 0 || to >= pages}
      onclick=${() => change({ page: to })}>${label}</button>`;
  const position = html`<span>${`${page + 1} of ${pages}`}</span>`;
  return [button("‹", "Previous page", page - 1), position, button("›", "Next page", page + 1)];
}

/** Draws all rows for paper, and the page again after it. */
function printWhole(before: () => void, after: () => void): void {
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? before() : after()));
}

const csvColumn = <Row>({ heading, value, download }: Column<Row>) => ({
  heading,
  value: download ?? value,
});

const searched = (event: Event) => (event.target as HTMLInputElement).value;
