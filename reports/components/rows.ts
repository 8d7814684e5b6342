/** What a table shows of its rows: those that match, in order, a page of them. */

export interface RowsState {
  readonly search: string;
  /** Index of the column that orders the rows; undefined leaves the order given. */
  readonly sortedBy?: number | undefined;
  readonly isDescending: boolean;
  readonly page: number;
}

export type Cell = string | number | boolean | null | undefined;

/** Rows of which some cell holds every word of the search, case aside. */
export function matchingRows<Row>(
  rows: readonly Row[],
  search: string,
  textOf: (row: Row) => string,
): readonly Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = textOf(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Rows by the value of a column; missing values come last either way, ties keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  valueAt: (row: Row) => Cell,
  isDescending: boolean,
): readonly Row[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [valueAt(left), valueAt(right)];
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * String(a).localeCompare(String(b), "en", { numeric: true });
  });
}

const isMissing = (value: Cell) => value === null || value === undefined || value === "";
