import type { Identifiers, Statement } from "../src/warehouse/statement.ts";
import { type Run, sql } from "./run.ts";

/**
 * Runs the statements of the named marts in order and notes what each table is made from.
 *
 * @param write how a mart is written, where it takes more than its statement
 */
export async function runMarts(
  run: Pick<Run, "warehouse" | "progress">,
  names: readonly string[],
  identifiers: Identifiers = {},
  write = (_: string, statement: Statement): Promise<number> => run.warehouse.run(statement),
) {
  const made = names.map((name) => ({ name, statement: sql(`marts/${name}`, identifiers) }));
  await run.warehouse.append(
    "lineage",
    made.map(({ name, statement }) => ({
      table_name: name,
      written_by: `pipelines/sql/${statement.file}`,
      reads: tablesRead(statement, name),
    })),
  );
  for (const { name, statement } of made) {
    await write(name, statement);
    const [count] = await run.warehouse.all<{ rows: number }>(
      sql("ingest/count_rows", { table: name }),
    );
    run.progress.step(name, count?.rows);
  }
}

/** Notes what writes a table and what that reads, for the data-quality page. */
export async function noteLineage(
  run: Pick<Run, "warehouse">,
  table: string,
  writtenBy: string,
  reads: readonly string[],
) {
  await run.warehouse.append("lineage", [{ table_name: table, written_by: writtenBy, reads }]);
}

/** A name after `from` or `join` that isn't part of `is distinct from` and isn't called like a function. */
const reference = /(?<!\bdistinct\s+)\b(?:from|join)\s+"?([a-z_][a-z0-9_]*)\b"?(?!\s*\()/gi;
const commonTable =
  /(?:\bwith(?:\s+recursive)?|,)\s+([a-z_][a-z0-9_]*)(?:\s*\([^()]*\))?\s+as\s+(?:materialized\s+)?\(/gi;

/** The tables that a statement reads, by name, without its own named steps. */
function tablesRead({ sql: text }: Statement, own: string): string[] {
  const code = text.replaceAll(/--.*$/gm, "");
  const steps = new Set([...code.matchAll(commonTable)].map((match) => match[1]));
  const names = [...code.matchAll(reference)].flatMap((match) => (match[1] ? [match[1]] : []));
  return [...new Set(names)].filter((name) => !steps.has(name) && name !== own).sort();
}
