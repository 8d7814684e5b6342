import { warehouseOf } from "../../pipelines/places.ts";
import { quoteIdentifier } from "../../src/warehouse/statement.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { rowsOf } from "./build.ts";

/** Asks the warehouse that the last rebuild of a workspace left. */
export async function asking<Result>(
  folder: string,
  ask: (warehouse: Warehouse) => Promise<Result>,
): Promise<Result> {
  const warehouse = await openWarehouse(warehouseOf(folder), { readOnly: true });
  try {
    return await ask(warehouse);
  } finally {
    warehouse.close();
  }
}

/**
 * Every table of a built warehouse as text, its rows ordered by all of their columns. Raw tables,
 * which repeat the exports, are left out.
 */
export const exportTables = (folder: string): Promise<Map<string, string>> =>
  asking(folder, async (warehouse) => {
    const named = `select table_name as name from duckdb_tables()
      where not starts_with(table_name, 'raw_') order by name`;
    const tables = new Map<string, string>();
    for (const { name } of await rowsOf<{ name: string }>(warehouse, named)) {
      tables.set(name, await exportTable(warehouse, name));
    }
    return tables;
  });

async function exportTable(warehouse: Warehouse, name: string): Promise<string> {
  const sql = `from ${quoteIdentifier(name)} order by all`;
  const { columns, rows } = await warehouse.query({ file: name, sql });
  return [columns, ...rows].map((row) => JSON.stringify(row)).join("\n");
}

/** Names of the tables that differ; a table that one side lacks differs too. */
export function differing(a: Map<string, string>, b: Map<string, string>): string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => a.get(name) !== b.get(name));
}
