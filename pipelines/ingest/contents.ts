import { createHash } from "node:crypto";
import { headingsOf, matchHeadings } from "../../src/crm/headings.ts";
import type { ObjectName } from "../../src/crm/objects.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { type Run, sql } from "../run.ts";
import type { DateOrders } from "./dates.ts";
import type { InspectedInput } from "./inspection.ts";
import type { RawFeed } from "./staging.ts";

/** What a feed has read before: the records of one content. */
export interface Content {
  readonly content_id: number;
  readonly sha256: string;
  readonly date_orders: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly amount_minor: number | null;
  readonly rejected_amount_minor: number | null;
}

/** A file being loaded, and the number its content gets. */
export interface Loading {
  readonly input: InspectedInput;
  readonly contentId: number;
}

/** Everything but the bytes and the order of dates that decides what a file's records say. */
export function readingOf({ workspace }: Run, { feed, settings }: RawFeed): string {
  const { currency, timeZone } = workspace.company;
  const values = settings?.values[feed.object];
  const said = [feed, values, settings?.decimals, currency, timeZone];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 12);
}

/** What a feed has read in the same way, by the hash of its bytes. */
export async function contentsOf(
  { warehouse }: Run,
  staging: string,
  reading: string,
): Promise<Map<string, Content>> {
  const rows = await warehouse.all<Content>(sql("archive/contents"), { staging, reading });
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Gives each content that no file had before a number; two files may hold the same one. */
export async function beginLoading(
  run: Run,
  inputs: readonly InspectedInput[],
): Promise<readonly Loading[]> {
  const distinct = [...new Map(inputs.map((one) => [one.sha256, one])).values()];
  const numbers = await run.warehouse.all<{ content_id: number }>(sql("archive/next_contents"), {
    count: distinct.length,
  });
  const loading = distinct.flatMap((input, index) => {
    const contentId = numbers[index]?.content_id;
    return contentId === undefined ? [] : { input, contentId };
  });
  await run.warehouse.run(sql("ingest/loading"));
  await run.warehouse.append("loading", loading.map(loadingRow));
  return loading;
}

function loadingRow({ input, contentId }: Loading) {
  const { matched } = matchHeadings(input.feed, input.headings);
  const sorted = matched.toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  return {
    path: input.place,
    content_id: contentId,
    sha256: input.sha256,
    columns: sorted.map(([, column]) => column),
    headings: sorted.map(([text]) => headingsOf(text).join(", ").trim()),
  };
}

/** The column that a file's control total adds up, for objects whose amounts are worth one. */
const totals: Partial<Record<ObjectName, string>> = {
  opportunity: "amount_minor",
  opportunity_line: "amount_minor",
  quota: "amount_minor",
  budget: "amount_minor",
  invoice: "amount_minor",
  payment: "amount_minor",
};

/**
 * Takes the records being loaded into the archive.
 *
 * @param staged the view that reads them
 */
export async function keepContents(
  { warehouse }: Run,
  { feed, staging, staged }: { feed: RawFeed["feed"]; staging: string; staged: string },
  reading: string,
  orders: DateOrders,
): Promise<void> {
  await warehouse.run(sql("archive/keep", { staging, staged }));
  await warehouse.run(sql("ingest/rejected", { staging }));
  const amount = totals[feed.object];
  await warehouse.run(
    amount === undefined
      ? sql("ingest/no_loading_amount")
      : sql("ingest/loading_amount", { staging, amount }),
  );
  const values = { staging, reading, date_orders: JSON.stringify(orders) };
  await warehouse.run(sql("archive/keep_content", { staging }), values);
}

/** Forgets contents and their records. */
export async function forgetContents(
  { warehouse }: Run,
  staging: string,
  contents: readonly Pick<Content, "content_id">[],
): Promise<void> {
  if (contents.length === 0) return;
  const content_ids = contents.map(({ content_id }) => String(content_id));
  for (const table of [staging, "rejected_row", "date_profile", "content"]) {
    await warehouse.run(sql("archive/forget", { table }), { content_ids });
  }
}

/** Forgets what no file of this rebuild holds. */
export async function forgetUnused(run: Run): Promise<void> {
  const unused = await run.warehouse.all<{ staging: string; content_id: number }>(
    sql("archive/unused_contents"),
  );
  for (const [staging, contents] of grouped(unused, (row) => row.staging)) {
    await forgetContents(run, staging, contents);
  }
}
