import type { DuckDBConnection } from "@duckdb/node-api";
import { QueryError } from "../errors.ts";
import { execute } from "./execute.ts";
import { quoteIdentifier } from "./statement.ts";
import { engineValue, type Value } from "./values.ts";

/**
 * Adds rows to a table of the schema that statements write to, or of an attached file.
 *
 * @throws QueryError naming the table
 */
export async function append(
  connection: DuckDBConnection,
  table: string,
  rows: readonly object[],
  attached?: string,
) {
  const prefix = attached === undefined ? "" : `${quoteIdentifier(attached)}.`;
  const sql = `select * from ${prefix}${quoteIdentifier(table)} limit 0`;
  const columns = (await execute(connection, { file: table, sql })).columnNames();
  const schema = attached === undefined ? await currentSchema(connection) : null;
  const appender = await connection.createAppender(table, schema, attached ?? null);
  const typed = columns.map((column, index) => ({ column, type: appender.columnType(index) }));
  try {
    for (const row of rows as readonly Record<string, Value>[]) {
      for (const { column, type } of typed) {
        const value = engineValue(row[column] ?? null, type);
        if (value === null) appender.appendNull();
        else appender.appendValue(value, type);
      }
      appender.endRow();
    }
    // writes what is buffered: only now the table's constraints are seen to
    appender.closeSync();
  } catch (cause) {
    throw new QueryError(table, cause);
  }
}

/** Where statements write; an appender would always write to the schema `main`. */
async function currentSchema(connection: DuckDBConnection): Promise<string> {
  const sql = "select current_schema()";
  const reader = await execute(connection, { file: "current_schema", sql });
  return String(reader.getRows()[0]?.[0]);
}
