import { keyOf, objects } from "../../src/crm/objects.ts";
import { InputError } from "../../src/errors.ts";
import { type Run, sql } from "../run.ts";
import {
  beginLoading,
  type Content,
  contentsOf,
  forgetContents,
  keepContents,
  readingOf,
} from "./contents.ts";
import { type DateOrders, dateColumns, dateOrders, dateProfiles, misread } from "./dates.ts";
import type { InspectedInput } from "./inspection.ts";
import { loadFiles } from "./load.ts";
import { locate, locatedView, type RawFeed, stageAbsent, stageRaw } from "./staging.ts";

/** A feed's staging table, and for each of its files the content that it holds. */
export interface IngestedFeed {
  readonly staging: string;
  readonly contents: ReadonlyMap<InspectedInput, Content>;
}

/**
 * Brings a feed's files into the archive, reading those whose bytes it doesn't hold yet, and lays a
 * view of all their records over it.
 */
export async function ingestFeed(
  run: Run,
  rawFeed: RawFeed,
  files: readonly InspectedInput[],
): Promise<IngestedFeed> {
  const staging = rawFeed.raw.replace(/^raw_/, "stg_");
  if (files.length === 0) {
    await stageAbsent(run, rawFeed, staging);
    return { staging, contents: new Map() };
  }
  const reading = readingOf(run, rawFeed);
  const before = await contentsOf(run, staging, reading);
  const held = files.flatMap(({ sha256 }) => before.get(sha256) ?? []);
  const fresh = files.filter(({ sha256 }) => !before.has(sha256));
  const loading = await loadFresh(run, rawFeed, fresh);
  const ids = [...held.map((one) => one.content_id), ...loading.map((one) => one.contentId)];
  const profiles = await dateProfiles(run, ids);
  const orders = dateOrders(rawFeed, profiles);
  const wrong = misread(held, profiles, orders);
  if (wrong.length > 0) {
    await forgetContents(run, staging, wrong);
    return ingestFeed(run, rawFeed, files);
  }
  if (fresh.length > 0) await keepFresh(run, rawFeed, { staging, reading, orders });
  await run.warehouse.run(sql("archive/kept", { staging }));
  const now = fresh.length > 0 ? await contentsOf(run, staging, reading) : before;
  return { staging, contents: contentsByFile(files, now) };
}

/** Loads as text what the archive doesn't hold, if anything. */
async function loadFresh(run: Run, rawFeed: RawFeed, fresh: readonly InspectedInput[]) {
  if (fresh.length === 0) return [];
  const loading = await beginLoading(run, fresh);
  await loadRaw(
    run,
    rawFeed,
    loading.map(({ input }) => input),
  );
  return loading;
}

/** Takes what was loaded as text into the archive. */
async function keepFresh(
  run: Run,
  rawFeed: RawFeed,
  { staging, reading, orders }: { staging: string; reading: string; orders: DateOrders },
): Promise<void> {
  const staged = await stageRaw(run, rawFeed, orders);
  await run.warehouse.run(sql("archive/table", { staging, staged }));
  await keepContents(run, { feed: rawFeed.feed, staging, staged }, reading, orders);
  await run.warehouse.run(sql("ingest/drop_raw", { raw: rawFeed.raw }));
}

function contentsByFile(files: readonly InspectedInput[], known: ReadonlyMap<string, Content>) {
  return new Map(
    files.flatMap((file) => {
      const content = known.get(file.sha256);
      return content === undefined ? [] : [[file, content] as const];
    }),
  );
}

/** The files' records as text, refused where two exports were joined, with the look of its dates. */
async function loadRaw(run: Run, rawFeed: RawFeed, files: readonly InspectedInput[]) {
  const { raw, feed } = rawFeed;
  const columns = { text: Object.keys(objects[feed.object]) };
  await run.warehouse.run(sql("ingest/create_raw", { raw, columns }));
  await loadFiles(run, raw, files);
  await locate(run, rawFeed);
  await refuseSecondHeader(run, rawFeed);
  for (const column of dateColumns(feed.object)) {
    await run.warehouse.run(sql("ingest/date_profile", { raw, column }), { column });
  }
}

async function refuseSecondHeader(run: Run, { raw, feed }: RawFeed): Promise<void> {
  const column = keyOf(feed.object);
  const headings = feed.columns[column];
  if (headings === undefined) return;
  for (const heading of headings) {
    const statement = sql("ingest/header_again", { located: locatedView(raw), column });
    const [found] = await run.warehouse.all<{ path: string; line: number }>(statement, { heading });
    if (!found) continue;
    throw new InputError(`second header row: ${heading} in ${found.path}`, {
      file: found.path,
      line: found.line,
      remedy: "Two exports were joined: keep the first header row only.",
    });
  }
}
