import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { QueryError } from "../../src/errors.ts";
import { codeDigest } from "../code.ts";
import { placesOf } from "../places.ts";
import { type Run, sql } from "../run.ts";

/** The name under which the archive's tables stand beside the warehouse's. */
const archive = "archive";

const tables = ["code", "content_number", "content", "date_profile", "inspection", "rejected_row"];

/**
 * Opens the archive beside the warehouse: every record that was ever read from a file that is
 * still there, so that a rebuild reads only what is new. It holds nothing that can't be read again:
 * one that is damaged, or that other code has filled, is begun anew.
 */
export async function openArchive(run: Run): Promise<void> {
  const { archive: path } = placesOf(run.workspace.folder);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && !(await isReadable(run, path))) {
    for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
  }
  await attach(run, path);
}

async function attach({ warehouse }: Run, path: string): Promise<void> {
  await warehouse.attach(path, archive);
  for (const name of tables) await warehouse.run(sql(`archive/${name}`));
  const known = await warehouse.all(sql("archive/codes"));
  if (known.length === 0) await warehouse.append("code", [{ digest: codeDigest }], archive);
}

async function isReadable(run: Run, path: string): Promise<boolean> {
  try {
    await run.warehouse.attach(path, archive);
    const codes = await run.warehouse.all<{ digest: string }>(sql("archive/codes"));
    return codes[0]?.digest === codeDigest;
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  } finally {
    await run.warehouse.detach(archive);
  }
}

/** Writes rows into a table of the archive. */
export const archiveRows = ({ warehouse }: Run, table: string, rows: readonly object[]) =>
  warehouse.append(table, rows, archive);
