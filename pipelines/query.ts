import { existsSync } from "node:fs";
import { InputError, QueryError } from "../src/errors.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { formatAnswer, type QueryFormat } from "./answer.ts";
import { warehouseOf } from "./places.ts";

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
