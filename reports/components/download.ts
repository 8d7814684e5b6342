import { byteOrderMark, type CsvColumn, formatCsv } from "../src/csv.js";

/** Hands rows to the reader as a CSV file that spreadsheets open as UTF-8. */
export function downloadCsv<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): void {
  const text = byteOrderMark + formatCsv(columns, rows);
  download(`${name}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** Hands a blob to the reader as a file. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
