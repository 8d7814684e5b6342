import { join } from "node:path";
import { InputError } from "../../src/errors.ts";
import { type Run, sql } from "../run.ts";
import { mapColumns } from "./columns.ts";
import { refuseHalfWritten } from "./half-written.ts";
import type { InspectedInput } from "./inspection.ts";
import { copyAsCsv, spreadsheetEncoding } from "./spreadsheet.ts";
import { transcode } from "./transcode.ts";
import { unreadableFile } from "./unreadable.ts";

/** Loads a feed's files into its raw table, in the order in which they were known. */
export async function loadFiles(run: Run, raw: string, inputs: readonly InspectedInput[]) {
  for (const files of runsOfEqualShape(inputs)) await loadRun(run, raw, files);
}

/** Neighbours that one statement can read: same headings, delimiter and kind of file. */
function runsOfEqualShape(inputs: readonly InspectedInput[]): InspectedInput[][] {
  const shape = (input: InspectedInput) =>
    JSON.stringify([input.headings, input.delimiter, input.quote, needsCopy(input)]);
  const runs: InspectedInput[][] = [];
  for (const input of inputs) {
    const last = runs.at(-1);
    if (last?.[0] && shape(last[0]) === shape(input)) last.push(input);
    else runs.push([input]);
  }
  return runs;
}

const needsCopy = ({ encoding, preface }: InspectedInput) =>
  preface !== null || (encoding !== null && encoding !== "utf-8");

async function loadRun(run: Run, raw: string, inputs: readonly InspectedInput[]): Promise<void> {
  const [first] = inputs;
  if (!first) return;
  const { folder } = run.workspace;
  const root = needsCopy(first) ? join(folder, ".build", "transcoded") : folder;
  const files = inputs.map((input) => join(root, input.place));
  if (needsCopy(first)) {
    for (const [index, input] of inputs.entries()) {
      await writeCopy(input, files[index] ?? "");
    }
  }
  const columns = { renamed: mapColumns(first) };
  const rootLength = root.length + 2;
  if (first.delimiter === null) {
    const load = sql("ingest/load_parquet", { raw, columns });
    await run.warehouse.run(load, { files, root_length: rootLength });
    return;
  }
  const headings = { csv: uniqueNames(first.headings) };
  // a copy keeps its file's name, `.gz` included, but is plain text
  const compression = needsCopy(first) ? "none" : "auto";
  const { delimiter, quote } = first;
  const values = { files, root_length: rootLength, delimiter, quote, compression };
  const load = sql("ingest/load_csv", { raw, columns, headings });
  await run.warehouse.run(load, values).catch((cause) => {
    const named = inputs.find((_, index) => String(cause).includes(`file = ${files[index]}`));
    throw named ? unreadableFile(named.path, cause, "with one kind of line end throughout") : cause;
  });
  await run.warehouse.run(sql("ingest/structural_reject"), { files, root_length: rootLength });
  await refuseUnclosedQuote(run);
  const isPacked = (file: string) => compression === "auto" && file.endsWith(".gz");
  const places = inputs.map(({ path }, index) => {
    const file = files[index] ?? "";
    return [path, { file, isPacked: isPacked(file) }] as const;
  });
  await refuseHalfWritten(run, new Map(places));
}

/** A copy as plain CSV in UTF-8. */
async function writeCopy({ file, path, encoding, preface }: InspectedInput, to: string) {
  if (encoding === spreadsheetEncoding) await copyAsCsv(file, to, path);
  else await transcode(file, to, encoding ?? "utf-8", preface === null ? 0 : 1);
}

/** A quote that never closes takes whole records with it: no count of rejects would tell. */
async function refuseUnclosedQuote(run: Run): Promise<void> {
  const [found] = await run.warehouse.all<RecordPlace>(sql("ingest/unclosed_quote"));
  if (!found) return;
  throw new InputError(`unclosed quote: ${found.path}`, {
    file: found.path,
    line: found.line,
    remedy: "A quote opens in that record and doesn't close: mend it or export the file again.",
  });
}

interface RecordPlace {
  readonly path: string;
  readonly line: number;
}

/** Headings as a table's columns: a blank one is numbered, a repeated one too. */
function uniqueNames(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const name = heading === "" ? `column ${index + 1}` : heading;
    const count = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
