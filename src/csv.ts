/** CSV as spreadsheets read it (RFC 4180). Runs in the batch and in the browser. */

/** A column of a table to write. */
export interface CsvColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => string | number | boolean | null | undefined;
  /** How many decimals its numbers are written with; those that they have unless given. */
  readonly decimals?: (row: Row) => number;
}

/** Told to spreadsheets that the text is UTF-8. */
export const byteOrderMark = "\uFEFF";

/**
 * Rows as CSV text with a heading line, CRLF line ends and no byte-order mark.
 * A text cell that a spreadsheet would run as a formula is neutralised; numbers stay numbers.
 */
export function formatCsv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map((column) => quoteCell(column.heading)).join(",")];
  for (const row of rows) {
    lines.push(columns.map((column) => formatCell(column, row)).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/**
 * Text that no spreadsheet takes for a formula: a leading `=`, `+`, `-`, `@`, tab or return is
 * preceded by an apostrophe (OWASP, CSV injection).
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function formatCell<Row>(column: CsvColumn<Row>, row: Row): string {
  const value = column.value(row);
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && column.decimals) return value.toFixed(column.decimals(row));
  if (typeof value !== "string") return String(value);
  return quoteCell(neutralise(value));
}

const quoteCell = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
