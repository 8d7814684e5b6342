import { statSync } from "node:fs";
import { type Run, sql } from "../run.ts";
import { archiveRows } from "./archive.ts";
import type { Input } from "./inputs.ts";
import { type FileFacts, hashFile, inspectCsv } from "./inspect.ts";
import { readSpreadsheet, spreadsheetEncoding } from "./spreadsheet.ts";
import { unreadableFile } from "./unreadable.ts";

/** What a file's bytes say; `encoding` is null for a file that describes itself. */
interface Inspection extends Omit<FileFacts, "encoding" | "delimiter" | "quote"> {
  readonly encoding: FileFacts["encoding"] | typeof spreadsheetEncoding | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
}

/** An input with what its bytes say. */
export interface InspectedInput extends Input, Inspection {
  /** Its place among the inputs of this rebuild, in the order in which they were known. */
  readonly fileId: number;
}

/** An inspection as the archive keeps it, for as long as the file's stamp stays the same. */
interface KeptInspection extends Inspection {
  readonly path: string;
  readonly stamp: string;
}

/** Waiting for one file, the others are read; more at once gain nothing. */
const filesAtOnce = 4;

/**
 * Hash, encoding, delimiter and headings of every input. A file that hasn't changed since it was
 * last inspected isn't read again.
 *
 * @throws InputError for the first file that is empty or unreadable
 */
export async function inspectAll(run: Run, inputs: readonly Input[]): Promise<InspectedInput[]> {
  const rows = await run.warehouse.all<KeptInspection>(sql("archive/inspections"));
  const kept = new Map(rows.map((row) => [row.path, row]));
  const fresh: KeptInspection[] = [];
  const inspected: InspectedInput[] = [];
  for (let start = 0; start < inputs.length; start += filesAtOnce) {
    const pending = inputs.slice(start, start + filesAtOnce).map(async (input, index) => {
      const stamp = stampOf(input.file);
      const known = kept.get(input.place);
      const inspection = known?.stamp === stamp ? known : await inspect(run, input);
      if (inspection !== known) fresh.push({ ...inspection, path: input.place, stamp });
      return { ...inspection, ...input, fileId: start + index + 1 };
    });
    // settled, so that of two bad files the first is always the one that is named
    for (const outcome of await Promise.allSettled(pending)) {
      if (outcome.status === "rejected") throw outcome.reason;
      inspected.push(outcome.value);
    }
    if (inspected.length % 100 === 0)
      run.progress.step(`${inspected.length} of ${inputs.length} files inspected`);
  }
  await keep(run, fresh);
  run.progress.step(`${inputs.length} files inspected, ${fresh.length} of them read`);
  return inspected;
}

/** Changes whenever the file does: its size, its times of change and its place on the disk. */
function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join(" ");
}

async function keep(run: Run, fresh: readonly KeptInspection[]): Promise<void> {
  const paths = fresh.map(({ path }) => path);
  await run.warehouse.run(sql("archive/forget_inspections"), { paths });
  await archiveRows(run, "inspection", fresh);
}

/**
 * Hashes a file and reads its headings.
 *
 * @throws InputError when it is empty or unreadable
 */
export async function inspect(run: Run, { file, path }: Input): Promise<Inspection> {
  if (file.endsWith(".xlsx")) return inspectSpreadsheet(file, path);
  if (!file.endsWith(".parquet")) return inspectCsv(file, path);
  const statement = sql("ingest/parquet_headings");
  const rows = await run.warehouse.all<{ heading: string }>(statement, { file }).catch((cause) => {
    throw unreadableFile(path, cause);
  });
  const headings = rows.map(({ heading }) => heading);
  const told = { encoding: null, preface: null, delimiter: null, quote: null };
  return { headings, ...told, ...(await hashFile(file)) };
}

/** A spreadsheet is read from a copy of it as CSV. */
async function inspectSpreadsheet(file: string, path: string): Promise<Inspection> {
  const [headings = []] = await readSpreadsheet(file, path);
  const told = {
    encoding: spreadsheetEncoding,
    preface: null,
    delimiter: ",",
    quote: '"',
  } as const;
  return { headings, ...told, ...(await hashFile(file)) };
}
