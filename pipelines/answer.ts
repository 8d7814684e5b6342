import { formatCsv } from "../src/csv.ts";
import type { Value } from "../src/warehouse/values.ts";

/** How the answer to a query may be written. */
export const queryFormats = ["table", "csv", "json"] as const;
export type QueryFormat = (typeof queryFormats)[number];

/** A table to print. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** The answer as text; formulas in text cells of CSV are neutralised. */
export function formatAnswer({ columns, rows }: Answer, format: QueryFormat): string {
  if (format === "json") {
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])),
    );
    return `${JSON.stringify(objects, null, 2)}\n`;
  }
  if (format === "table") return textTable({ columns, rows });
  const cells = columns.map((heading, index) => ({
    heading,
    value: (row: readonly Value[]) => scalar(row[index] ?? null),
  }));
  return formatCsv(cells, rows);
}

const scalar = (value: Value) =>
  Array.isArray(value) ? value.join("; ") : (value as string | number | boolean | null);

function textTable({ columns, rows }: Answer): string {
  const cells = [columns, ...rows.map((row) => row.map((value) => String(scalar(value) ?? "")))];
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((row) => (row[index] ?? "").length)),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return isNumber[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return `${[lines[0], rule, ...lines.slice(1)].join("\n")}\n${rows.length} rows\n`;
}
