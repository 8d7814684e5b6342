import { existsSync } from "node:fs";
import { InputError, QueryError } from "../src/errors.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { formatAnswer, type QueryFormat } from "./answer.ts";
import { commandLine } from "./command-line.ts";
import { warehouseOf } from "./places.ts";

/**
 * Asks the built warehouse a question in SQL; it can change nothing and reach no other file.
 *
 * @returns the rows as text in the format asked for
 * @throws InputError when nothing was built yet or the SQL is wrong
 */
export const query = (workspace: Workspace, text: string, format: QueryFormat): Promise<string> =>
  asking(workspace, async (warehouse) => {
    try {
      return formatAnswer(await warehouse.query({ file: "your query", sql: text }), format);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      throw new InputError(error.message, { remedy: 'List the tables with "show tables".' });
    }
  });

/**
 * Opens the built warehouse, read-only and shut in, for as long as a question takes.
 *
 * @throws InputError when nothing was built yet
 */
export async function asking<Answer>(
  workspace: Workspace,
  question: (warehouse: Warehouse) => Promise<Answer>,
): Promise<Answer> {
  const file = warehouseOf(workspace.folder);
  if (!existsSync(file)) {
    throw new InputError(`missing warehouse: ${file}`, {
      remedy: `Build it first: ${commandLine("rebuild", workspace.folder)}`,
    });
  }
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    await warehouse.lock();
    return await question(warehouse);
  } finally {
    warehouse.close();
  }
}
