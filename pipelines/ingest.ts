import { matchHeadings } from "../src/crm/layout.ts";
import { type ObjectName, objects } from "../src/crm/objects.ts";
import { InputError } from "../src/errors.ts";
import { refuseUnknownMappings } from "./ingest/columns.ts";
import { latestOfEach, rawFeeds, rawTable } from "./ingest/feeds.ts";
import { listInputs } from "./ingest/inputs.ts";
import { type InspectedInput, inspect, loadFiles } from "./ingest/load.ts";
import { type RawFeed, stageFeed } from "./ingest/staging.ts";
import { type Run, sql } from "./run.ts";

/** For each canonical object the staging tables that hold it. */
export type Staged = Readonly<Record<ObjectName, readonly string[]>>;

const amountObjects: readonly ObjectName[] = [
  "opportunity",
  "opportunity_line",
  "quota",
  "budget",
  "invoice",
  "payment",
];

/** Waiting for one file, the others are read; more at once gain nothing. */
const filesAtOnce = 4;

/** Inspects every input as of the date: hash, encoding, delimiter and headings. */
export async function inspectInputs(run: Run): Promise<InspectedInput[]> {
  const inputs = listInputs(run.workspace, run.asOf);
  const inspected: InspectedInput[] = [];
  for (let start = 0; start < inputs.length; start += filesAtOnce) {
    const files = inputs.slice(start, start + filesAtOnce);
    const pending = files.map((input, index) => inspect(run, input, start + index + 1));
    // settled, so that of two bad files the first is always the one that is named
    for (const outcome of await Promise.allSettled(pending)) {
      if (outcome.status === "rejected") throw outcome.reason;
      inspected.push(outcome.value);
    }
    if (inspected.length % 100 === 0)
      run.progress.step(`${inspected.length} of ${inputs.length} files inspected`);
  }
  run.progress.step(`${inputs.length} files inspected`);
  return inspected;
}

/**
 * Loads exports and the workspace's own files as text, each row with its file and line, and makes
 * the staging tables of them.
 *
 * @throws InputError for a missing or second header, an ambiguous date column, an unknown or
 *   missing column
 */
export async function ingest(run: Run, inputs: readonly InspectedInput[]): Promise<Staged> {
  refuseUnknownMappings(run.workspace, inputs);
  await run.warehouse.append("input_file", inputs.map(inputRow));
  await run.warehouse.append("finding", unusedColumns(inputs));
  const empty = Object.keys(objects).map((name) => [name, []]);
  const staged = Object.fromEntries(empty) as Record<ObjectName, string[]>;
  for (const rawFeed of rawFeeds(run, inputs)) {
    const files = inputs.filter((input) => rawTable(input) === rawFeed.raw);
    const staging = await ingestFeed(run, rawFeed, files);
    staged[rawFeed.feed.object].push(staging);
    const [{ rows } = { rows: 0 }] = await run.warehouse.all<{ rows: number }>(
      sql("ingest/count_rows", { table: staging }),
    );
    run.progress.step(rawFeed.raw.replace(/^raw_/, ""), rows);
  }
  return staged;
}

async function ingestFeed(run: Run, rawFeed: RawFeed, files: readonly InspectedInput[]) {
  const { raw, feed } = rawFeed;
  const columns = { text: Object.keys(objects[feed.object]) };
  await run.warehouse.run(sql("ingest/create_raw", { raw, columns }));
  await loadFiles(run, raw, files);
  const staging = await stageFeed(run, rawFeed);
  await refuseSecondHeader(run, rawFeed);
  if (amountObjects.includes(feed.object)) {
    await run.warehouse.run(sql("ingest/file_amount", { staging }));
  }
  await run.warehouse.run(sql("ingest/drop_raw", { raw }));
  return staging;
}

async function refuseSecondHeader(run: Run, { raw, feed }: RawFeed): Promise<void> {
  const [column] = Object.keys(objects[feed.object]);
  const headings = feed.columns[column ?? ""];
  if (column === undefined || headings === undefined) return;
  for (const heading of headings) {
    const statement = sql("ingest/header_again", { located: `located_${raw}`, column });
    const [found] = await run.warehouse.all<{ path: string; line: number }>(statement, { heading });
    if (!found) continue;
    throw new InputError(`second header row: ${heading} in ${found.path}`, {
      file: found.path,
      line: found.line,
      remedy: "Two exports were joined: keep the first header row only.",
    });
  }
}

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

function inputRow(input: InspectedInput) {
  return {
    file_id: input.fileId,
    source: input.source,
    feed: input.feed.file,
    object: input.feed.object,
    raw_table: rawTable(input),
    path: input.path,
    drop_date: input.dropDate,
    sha256: input.sha256,
    bytes: input.bytes,
    encoding: input.encoding,
    delimiter: input.delimiter,
  };
}
