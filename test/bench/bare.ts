import { openSync, readSync } from "node:fs";
import { type Input, listInputs } from "../../pipelines/ingest/inputs.ts";
import { sql } from "../../pipelines/run.ts";
import { resolveAsOf } from "../../pipelines/workspace.ts";
import { loadStatement } from "../../src/warehouse/statement.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";

/** How bare: the engine sniffs each file, or is told the columns and reads text. */
export type Bareness = "sniffed" | "text";

/**
 * Loads the files of a workspace as the engine alone would, one table for each kind of file.
 *
 * @returns the rows loaded
 */
export async function loadBare(
  warehouse: Warehouse,
  workspace: Workspace,
  bareness: Bareness,
): Promise<number> {
  let rows = 0;
  for (const [table, files] of filesByTable(workspace)) {
    const headings = { csv: headingsOf(files[0] ?? "") };
    const names = bareness === "text" ? { table, headings } : { table };
    const file = new URL(`./sql/${bareness}.sql`, import.meta.url);
    await warehouse.run(loadStatement(file, names), { files });
    const count = sql("ingest/count_rows", { table });
    rows += (await warehouse.all<{ rows: number }>(count))[0]?.rows ?? 0;
  }
  return rows;
}

function filesByTable(workspace: Workspace): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  const tableOf = ({ source, feed }: Input) => `${source} ${feed.file}`;
  for (const input of listInputs(workspace, resolveAsOf(workspace, undefined))) {
    tables.set(tableOf(input), [...(tables.get(tableOf(input)) ?? []), input.file]);
  }
  return tables;
}

/** Simulated exports have plain headings: no quotes, commas between. */
function headingsOf(file: string): string[] {
  const head = Buffer.alloc(4096);
  const bytes = readSync(openSync(file, "r"), head);
  return head.toString("utf8", 0, bytes).split(/\r?\n/, 1)[0]?.split(",") ?? [];
}
