import { join } from "node:path";
import { matchHeadings } from "../../src/crm/layout.ts";
import { InputError, nearest } from "../../src/errors.ts";
import { type Run, sql } from "../run.ts";
import type { Input } from "./inputs.ts";
import { type FileFacts, hashFile, inspectCsv } from "./inspect.ts";
import { transcode } from "./transcode.ts";

/** An input with what its bytes say; `encoding` is null for a file that describes itself. */
export interface InspectedInput extends Input, Omit<FileFacts, "encoding" | "delimiter"> {
  readonly fileId: number;
  readonly encoding: FileFacts["encoding"] | null;
  readonly delimiter: string | null;
}

/**
 * Hashes a file and reads its headings.
 *
 * @throws InputError when it is empty or unreadable
 */
export async function inspect(run: Run, input: Input, fileId: number): Promise<InspectedInput> {
  if (!input.file.endsWith(".parquet")) {
    return { ...input, fileId, ...(await inspectCsv(input.file, input.path)) };
  }
  const statement = sql("ingest/parquet_headings");
  const rows = await run.warehouse.all<{ heading: string }>(statement, { file: input.file });
  const headings = rows.map(({ heading }) => heading);
  return {
    ...input,
    fileId,
    headings,
    encoding: null,
    delimiter: null,
    ...(await hashFile(input.file)),
  };
}

/** Checks a file's headings against its feed: heading and canonical column, in pairs. */
export function mapColumns(input: InspectedInput): readonly (readonly [string, string])[] {
  const { matched, missing, unused } = matchHeadings(input.feed, input.headings);
  const [first] = missing;
  if (first) {
    const remedy = first.near
      ? `Map it in company.yaml (${first.column}: ${first.near}) or export it again.`
      : `Export it again with ${first.expected}, or map ${first.column} in company.yaml.`;
    throw new InputError(`missing column: ${first.expected} in ${input.path}`, {
      file: input.path,
      line: 1,
      remedy,
    });
  }
  const [unknown] = unused.filter((heading) => heading.trim() !== "");
  if (input.feed.strict && unknown !== undefined) {
    const meant = nearest(unknown, Object.keys(input.feed.columns));
    throw new InputError(`unknown column: ${unknown} in ${input.path}`, {
      file: input.path,
      line: 1,
      column: unknown,
      remedy: meant
        ? `Did you mean "${meant}"?`
        : `Remove it; a column is one of ${Object.keys(input.feed.columns).join(", ")}.`,
    });
  }
  return matched;
}

/** Loads a feed's files into its raw table, in the order in which they were known. */
export async function loadFiles(run: Run, raw: string, inputs: readonly InspectedInput[]) {
  for (const files of runsOfEqualShape(inputs)) await loadRun(run, raw, files);
}

/** Neighbours that one statement can read: same headings, delimiter and kind of file. */
function runsOfEqualShape(inputs: readonly InspectedInput[]): InspectedInput[][] {
  const shape = (input: InspectedInput) =>
    JSON.stringify([input.headings, input.delimiter, needsCopy(input)]);
  const runs: InspectedInput[][] = [];
  for (const input of inputs) {
    const last = runs.at(-1);
    if (last?.[0] && shape(last[0]) === shape(input)) last.push(input);
    else runs.push([input]);
  }
  return runs;
}

const needsCopy = ({ encoding }: InspectedInput) => encoding !== null && encoding !== "utf-8";

async function loadRun(run: Run, raw: string, inputs: readonly InspectedInput[]): Promise<void> {
  const [first] = inputs;
  if (!first) return;
  const { folder } = run.workspace;
  const root = needsCopy(first) ? join(folder, ".build", "transcoded") : folder;
  const files = inputs.map((input) => join(root, input.path));
  if (needsCopy(first)) {
    for (const [index, input] of inputs.entries()) {
      await transcode(input.file, files[index] ?? "", input.encoding ?? "utf-8");
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
  const values = { files, root_length: rootLength, delimiter: first.delimiter, compression };
  await run.warehouse.run(sql("ingest/load_csv", { raw, columns, headings }), values);
  await run.warehouse.run(sql("ingest/structural_reject"), {
    raw_table: raw,
    files,
    root_length: rootLength,
  });
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
