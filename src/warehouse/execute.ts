import type { DuckDBConnection } from "@duckdb/node-api";
import { QueryError } from "../errors.ts";
import type { Statement } from "./statement.ts";
import { engineTypes, engineValues, type Values } from "./values.ts";

/**
 * Runs a statement and reads all that it gives.
 *
 * @throws QueryError naming the statement's file
 */
export async function execute(
  connection: DuckDBConnection,
  { file, sql }: Statement,
  values?: Values,
) {
  try {
    if (values === undefined) return await connection.runAndReadAll(sql);
    return await connection.runAndReadAll(sql, engineValues(values), engineTypes(values));
  } catch (cause) {
    throw new QueryError(file, cause);
  }
}
