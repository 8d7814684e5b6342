import { html } from "npm:htl";
import type { Column } from "./column.js";
import type { RowsState } from "./rows.js";

/** A heading that sorts: numbers from the largest first, words from A, the other way when again. */
export function headCell<Row>(
  { heading, isNumber = false }: Column<Row>,
  index: number,
  { sortedBy, isDescending }: RowsState,
  change: (part: Partial<RowsState>) => void,
): HTMLElement {
  const isSorted = sortedBy === index;
  const next = isSorted ? !isDescending : isNumber;
  const order = isSorted ? (isDescending ? "descending" : "ascending") : "none";
  const mark = isSorted ? (isDescending ? "\u00a0↓" : "\u00a0↑") : "";
  return html`<th scope="col" class=${isNumber ? "number" : ""} aria-sort=${order}>
    <button type="button" onclick=${() => change({ sortedBy: index, isDescending: next, page: 0 })}
    >${heading}<span aria-hidden="true">${mark}</span></button></th>`;
}

/** Rows in their order, under a heading for each group where they are grouped. */
export function bodyRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  groupOf?: (row: Row) => string,
): HTMLElement[] {
  if (!groupOf) return rows.map((row) => bodyRow(row, columns));
  return rows.flatMap((row, index) => {
    const [group, before] = [groupOf(row), rows[index - 1]];
    const isFirst = before === undefined || groupOf(before) !== group;
    const heading = html`<tr class="group"><th scope="rowgroup" colspan=${columns.length}>${group}</th></tr>`;
    return isFirst ? [heading, bodyRow(row, columns)] : [bodyRow(row, columns)];
  });
}

/** A row; its first cell names it, a missing value is a dash. */
function bodyRow<Row>(row: Row, columns: readonly Column<Row>[]): HTMLElement {
  const cells = columns.map((column, index) => {
    const kind = column.isNumber ? "number" : column.isLong ? "long" : "";
    const content = column.isLong ? folded(cellContent(row, column)) : cellContent(row, column);
    return index === 0
      ? html`<th scope="row" class=${kind}>${content}</th>`
      : html`<td class=${kind}>${content}</td>`;
  });
  return html`<tr>${cells}</tr>`;
}

/** Letters of two lines of a long column; on a phone, what is longer is shown whole when it is pressed. */
const foldable = 60;
const onPhone = "(max-width: 520px)"; // as in style/table.css

function folded(content: string | Node): string | Node {
  const length = typeof content === "string" ? content.length : 0;
  if (length <= foldable || !matchMedia(onPhone).matches) return content;
  return html`<details class="folded"><summary>${content}</summary></details>`;
}

function cellContent<Row>(
  row: Row,
  { value, format, link, isField = false }: Column<Row>,
): string | Node {
  const found = value(row);
  const isMissing = found === null || found === undefined || found === "";
  if (isMissing && !isField) return "–";
  const shown = format ? format(found as never, row) : String(found);
  const href = link?.(row);
  return href === undefined ? shown : html`<a href=${href}>${shown}</a>`;
}
