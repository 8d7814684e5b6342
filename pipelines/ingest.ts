import { matchHeadings } from "../src/crm/headings.ts";
import { type ObjectName, objects } from "../src/crm/objects.ts";
import { refuseUnknownMappings } from "./ingest/columns.ts";
import { type Content, forgetUnused } from "./ingest/contents.ts";
import { type UnusedFile, unusedFiles } from "./ingest/drops.ts";
import { latestOfEach, rawFeeds, rawTable } from "./ingest/feeds.ts";
import { type IngestedFeed, ingestFeed } from "./ingest/ingest-feed.ts";
import { listInputs, recordedObjects } from "./ingest/inputs.ts";
import { type InspectedInput, inspectAll } from "./ingest/inspection.ts";
import { refuseRenamed, renamedColumns } from "./ingest/renamed.ts";
import { refuseCopies } from "./ingest/repeated.ts";
import { type Run, sql } from "./run.ts";
import { resolveAsOf } from "./workspace.ts";

/** For each canonical object the staging tables that hold it, as of the as-of. */
export type Staged = Readonly<Record<ObjectName, readonly string[]>>;

/** The table of every record that a file of plans or people ever held, beside its staging table. */
export const recordedTable = (staging: string) => staging.replace(/^(stg|current)_/, "recorded_");

/** Inspects every input as of the date: hash, encoding, delimiter and headings. */
export const inspectInputs = (run: Run): Promise<InspectedInput[]> =>
  inspectAll(run, listInputs(run.workspace, run.asOf));

/**
 * Makes the staging tables of exports and of the workspace's own files, each record with its file
 * and line. What an earlier rebuild has read is taken from the archive.
 *
 * @throws InputError for a missing or second header, an ambiguous date column, an unknown, missing
 *   or renamed column, a half-written file or a copy of one
 */
export async function ingest(run: Run, inputs: readonly InspectedInput[]): Promise<Staged> {
  const { warehouse, progress, workspace } = run;
  refuseUnknownMappings(workspace, inputs);
  await warehouse.append("finding", unusedFiles(workspace, run.asOf).map(unusedFile));
  await warehouse.append("finding", unusedColumns(inputs));
  refuseRenamed(inputs);
  await warehouse.append("finding", renamedColumns(inputs));
  const empty = Object.keys(objects).map((name) => [name, []]);
  const staged = Object.fromEntries(empty) as Record<ObjectName, string[]>;
  for (const rawFeed of rawFeeds(run, inputs)) {
    const files = inputs.filter((input) => rawTable(input) === rawFeed.raw);
    const { staging, contents } = await ingestFeed(run, rawFeed, files);
    refuseCopies(contents);
    await noteFiles(run, staging, contents);
    staged[rawFeed.feed.object].push(await asOfNow(run, rawFeed.feed.object, staging));
    const rows = [...contents.values()].reduce((sum, content) => sum + content.rows, 0);
    progress.step(rawFeed.raw.replace(/^raw_/, ""), rows);
  }
  await warehouse.run(sql("archive/kept_rejects"));
  if (resolveAsOf(workspace, undefined) <= run.asOf) await forgetUnused(run);
  return staged;
}

/** The view of a feed's records that hold as of the as-of; of an export that is all of them. */
async function asOfNow(run: Run, object: ObjectName, staging: string): Promise<string> {
  if (!recordedObjects.includes(object)) return staging;
  const recorded = recordedTable(staging);
  const current = staging.replace(/^stg_/, "current_");
  await run.warehouse.run(sql("recorded/recorded", { recorded, staging }), { staging });
  await run.warehouse.run(sql("recorded/current", { current, recorded }));
  return current;
}

/** Writes what each file is, and which content of the archive it holds. */
async function noteFiles(
  { warehouse }: Run,
  staging: string,
  contents: IngestedFeed["contents"],
): Promise<void> {
  const entries = [...contents];
  if (entries.length === 0) return;
  await warehouse.append("input_file", entries.map(inputRow));
  const lastDrop = entries
    .map(([{ dropDate }]) => dropDate ?? "")
    .sort()
    .at(-1);
  const held = entries.map(([{ fileId, source, dropDate }, { content_id, columns }]) => ({
    content_id,
    file_id: fileId,
    staging,
    source,
    drop_date: dropDate,
    is_last_drop: (dropDate ?? "") === lastDrop,
    columns,
  }));
  await warehouse.append("file_content", held);
}

const unusedFile = ({ path, count }: UnusedFile) => ({
  finding: "unused_file",
  severity: "note",
  object: "file",
  entity_id: path,
  detail: count === 1 ? "feeds nothing" : `feeds nothing, like ${count - 1} more of that name`,
});

/** A note for each feed whose latest file has headings that feed nothing. */
function unusedColumns(inputs: readonly InspectedInput[]) {
  return latestOfEach(inputs).flatMap((input) => {
    const { unused } = matchHeadings(input.feed, input.headings);
    if (unused.length === 0) return [];
    return {
      finding: "unused_columns",
      severity: "note",
      object: input.feed.object,
      entity_id: input.feed.file,
      file_id: input.fileId,
      line: 1,
      detail: unused.join(", "),
    };
  });
}

function inputRow([input, content]: readonly [InspectedInput, Content]) {
  return {
    file_id: input.fileId,
    source: input.source,
    feed: input.feed.file,
    object: input.feed.object,
    path: input.path,
    drop_date: input.dropDate,
    sha256: input.sha256,
    bytes: input.bytes,
    encoding: input.encoding,
    delimiter: input.delimiter,
    rows: content.rows,
    amount_minor: content.amount_minor,
    rejected_amount_minor: content.rejected_amount_minor,
  };
}
