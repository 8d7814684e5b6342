import { existsSync } from "node:fs";
import { formatCsv } from "../src/csv.ts";
import { InputError, QueryError } from "../src/errors.ts";
import type { Value } from "../src/warehouse/values.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { warehouseOf } from "./rebuild.ts";

export const queryFormats = ["table", "csv", "json"] as const;
export type QueryFormat = (typeof queryFormats)[number];

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * Asks the built warehouse a question in SQL; it can change nothing and reach no other file.
 *
 * @returns the rows as text in the format asked for
 * @throws InputError when nothing was built yet or the SQL is wrong
 */
export async function query(
  workspace: Workspace,
  text: string,
  format: QueryFormat,
): Promise<string> {
  const file = warehouseOf(workspace.folder);
  if (!existsSync(file)) {
    throw new InputError(`missing warehouse: ${file}`, {
      remedy: "Build it first: quotabook rebuild <workspace>.",
    });
  }
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    await warehouse.lock();
    return formatAnswer(await warehouse.query({ file: "your query", sql: text }), format);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new InputError(error.message, { remedy: 'List the tables with "show tables".' });
  } finally {
    warehouse.close();
  }
}

function formatAnswer({ columns, rows }: Answer, format: QueryFormat): string {
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
