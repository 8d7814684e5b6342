import { formatCount, formatDate, formatRate } from "../src/format.js";
import { type Column, count, date, money, prose, text } from "./column.js";
import type { FileTotal } from "./dropChart.js";

interface Feed {
  readonly source: string;
  readonly last_drop: string;
  readonly age_days: number;
  readonly max_age_days: number | null;
}

interface Check {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly count_failed: number | null;
  readonly limit_value: number | null;
  readonly measured: number | null;
  readonly status: string;
}

interface Reject {
  readonly path: string;
  readonly line: number;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly reason: string;
}

interface Lineage {
  readonly table_name: string;
  readonly written_by: string;
  readonly reads: readonly string[] | null;
}

const outcomes: Readonly<Record<string, string>> = {
  pass: "✓ passed",
  note: "○ notes",
  warn: "△ warns",
  refuse: "✕ failed",
};

const consequences: Readonly<Record<string, string>> = {
  refuse: "nothing is published",
  warn: "a warning",
  note: "a note",
};

/** Decimals that amounts of files read with; files that mix currencies have no one number. */
const fileDigits = 2;

/** How old each feed was on the day that the data run to. */
export const feedColumns = (asOf: string): readonly Column<Feed>[] => [
  text("Feed", (row) => row.source),
  date("Last drop", (row) => row.last_drop),
  count(`Days old on ${formatDate(asOf)}`, (row) => row.age_days),
  count("Days allowed", (row) => row.max_age_days),
];

export const checkColumns: readonly Column<Check>[] = [
  prose("Check", (row) => row.description),
  text("Outcome", (row) => outcomes[row.status] ?? row.status),
  measure("Measured", (row) => row.measured),
  measure("Limit", (row) => row.limit_value),
  count("Rows concerned", (row) => row.count_failed),
  text("If it fails", (row) => consequences[row.severity] ?? row.severity),
];

/** A file's control totals; amounts as the file has them, whatever their currencies. */
export const fileColumns: readonly Column<FileTotal>[] = [
  text("File", (row) => row.path),
  text("Object", (row) => row.object),
  date("Drop", (row) => row.drop_date),
  count("Rows", (row) => row.rows),
  count("Rejected", (row) => row.rejected_rows),
  money("Amount total (file’s own units)", (row) => row.amount_minor, fileDigits),
  money("Amount rejected (file’s own units)", (row) => row.rejected_amount_minor, fileDigits),
  text("Encoding", (row) => row.encoding),
];

export const rejectColumns: readonly Column<Reject>[] = [
  text("File", (row) => row.path),
  count("Line", (row) => row.line),
  text("Column", (row) => row.column_name),
  text("Value", (row) => row.value),
  text("Reason", (row) => row.reason),
];

/** Who writes a table, from which others, and how many rows it has. */
export function lineageColumns(
  tables: readonly { readonly table_name: string; readonly rows: number }[],
): Column<Lineage>[] {
  const rows = new Map(tables.map((table) => [table.table_name, table.rows]));
  return [
    text("Table", (row) => row.table_name),
    count("Rows", (row) => rows.get(row.table_name)),
    text("Written by", (row) => row.written_by),
    prose("Reads", (row) => (row.reads ?? []).join(", ")),
  ];
}

export const inputColumns: readonly Column<{ path: string; sha256: string; bytes: number }>[] = [
  text("Input", (row) => row.path),
  count("Bytes", (row) => row.bytes),
  {
    heading: "SHA-256",
    value: (row) => row.sha256,
    format: (hash: string) => `${hash.slice(0, 12)}…`,
  },
];

export const versionColumns: readonly Column<{ name: string; version: string }>[] = [
  text("Program", (row) => row.name),
  text("Version", (row) => row.version),
];

/** A measured share or count; it is a share when its limit is less than one. */
function measure(heading: string, value: (row: Check) => number | null): Column<Check> {
  const format = (found: number, { limit_value }: Check) =>
    limit_value !== null && limit_value < 1 ? formatRate(found) : formatCount(found);
  return { heading, value, isNumber: true, format };
}
