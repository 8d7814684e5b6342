import { Table, type Vector } from "apache-arrow";
import { numbers, texts, wholeNumbers, words } from "./arrow.ts";

/** How a column is kept: words that repeat, texts that don't, numbers, numbers without decimals. */
export type ColumnKind = "word" | "text" | "number" | "whole";

/** Rows as an Arrow table of the named columns; a flag is 1 or 0. */
export function columnar<Row extends object>(
  rows: readonly Row[],
  kinds: Readonly<Partial<Record<keyof Row & string, ColumnKind>>>,
): Table {
  const columns = Object.entries(kinds).map(([name, kind], id) => {
    const values = rows.map((row) => row[name as keyof Row] as unknown);
    return [name, vectorOf(kind as ColumnKind, values, id)] as const;
  });
  return new Table(Object.fromEntries(columns));
}

function vectorOf(kind: ColumnKind, values: readonly unknown[], id: number): Vector {
  if (kind === "word") return words(values as (string | null)[], id);
  if (kind === "text") return texts(values as (string | null)[]);
  const counted = values.map((value) => (typeof value === "boolean" ? Number(value) : value));
  return kind === "whole"
    ? wholeNumbers(counted as (number | null)[])
    : numbers(counted as (number | null)[]);
}
