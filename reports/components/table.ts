import { html } from "npm:htl";
import type { Column } from "./column.js";
import { downloadCsv } from "./download.js";
import { matchingRows, type RowsState, sortedRows } from "./rows.js";
import { countText, pageButtons, paperNote } from "./tableFoot.js";
import { bodyRows, headCell } from "./tableParts.js";

export interface TableOptions<Row = never> {
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
  /** Keeps search, order and page for the table that takes this one's place. */
  readonly memory?: TableMemory;
  /** Heads rows of one group, as long as they stand in the order given. */
  readonly groupOf?: (row: Row) => string;
}

/** What a table was left at. */
export interface TableMemory {
  state?: RowsState;
}

/** A table that is searched, sorted, paged and downloaded; on paper it is the page that is shown. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: TableOptions<Row>,
): HTMLElement {
  if (rows.length === 0) return emptyTable(options);
  const { title, filename, sortedBy, isDescending = false, memory = {} } = options;
  let state: RowsState = memory.state ?? { search: "", sortedBy, isDescending, page: 0 };
  const parts = emptyParts(title);
  const shown = () => shownRows(rows, columns, state);
  const draw = () =>
    fill(parts, { found: shown(), columns, state, change, options, all: rows.length });
  function change(part: Partial<RowsState>): void {
    state = { ...state, ...part };
    memory.state = state;
    draw();
  }
  draw();
  const save = () => downloadCsv(filename, columns.map(csvColumn), shown());
  const search = (event: Event) => change({ search: searched(event), page: 0 });
  const field = rows.length > usualPage ? searchField(title, state.search, search) : "";
  return assembled(title, parts, [field, saveButton(title, save)]);
}

/** Rows a page where a table doesn't say, and how many need no search. */
const usualPage = 12;

/** The parts of a table that change with its state. */
interface Parts {
  readonly head: HTMLElement;
  readonly body: HTMLElement;
  readonly count: HTMLElement;
  readonly pager: HTMLElement;
}

const emptyParts = (title: string): Parts => ({
  head: html`<tr></tr>`,
  body: html`<tbody></tbody>`,
  count: html`<p class="count" role="status"></p>`,
  pager: html`<nav class="pager" aria-label=${`Pages of ${title}`}></nav>`,
});

interface Filling<Row> {
  readonly found: readonly Row[];
  /** How many rows there are without a search. */
  readonly all: number;
  readonly columns: readonly Column<Row>[];
  readonly state: RowsState;
  readonly change: (part: Partial<RowsState>) => void;
  readonly options: TableOptions<Row>;
}

function fill<Row>({ head, body, count, pager }: Parts, filling: Filling<Row>): void {
  const { found, all, columns, state, change, options } = filling;
  const { unit = ["row", "rows"], pageSize = usualPage, total = all } = options;
  const groupOf = state.sortedBy === undefined ? options.groupOf : undefined;
  const from = state.page * pageSize;
  const part = found.slice(from, from + pageSize);
  head.replaceChildren(...columns.map((column, index) => headCell(column, index, state, change)));
  body.replaceChildren(...bodyRows(part, columns, groupOf));
  count.textContent = countText(found.length, total, unit);
  count.dataset.paper = paperNote(found.length - part.length);
  pager.replaceChildren(...pageButtons(found.length, pageSize, state.page, change));
}

const searchField = (title: string, text: string, oninput: (event: Event) => void): HTMLElement =>
  html`<input type="search" placeholder="Search" aria-label=${`Search ${title}`} value=${text} oninput=${oninput}>`;

const saveButton = (title: string, save: () => void): HTMLElement =>
  html`<button type="button" onclick=${save} aria-label=${`Download ${title} as CSV`}>CSV</button>`;

const assembled = (
  title: string,
  { head, body, count, pager }: Parts,
  actions: readonly (HTMLElement | string)[],
): HTMLElement => html`<section class="table">
    <div class="table-head">
      <h2>${title}</h2>
      <div class="actions">${actions}</div>
    </div>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
      <table><thead>${head}</thead>${body}</table>
    </div>
    <div class="table-foot">${count}${pager}</div>
  </section>`;

const emptyTable = <Row>({
  title,
  unit = ["row", "rows"],
  none = `No ${unit[1]}.`,
}: TableOptions<Row>) =>
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

const csvColumn = <Row>({ heading, value, download }: Column<Row>) => ({
  heading,
  value: download ?? value,
});

const searched = (event: Event) => (event.target as HTMLInputElement).value;
