import type { Feed } from "../../src/crm/feed.ts";
import { columnsOf } from "../../src/crm/objects.ts";
import { InputError } from "../../src/errors.ts";
import type { Source } from "../../src/workspace/company.ts";
import { type Run, sql } from "../run.ts";

/** A feed on its way through the warehouse: its raw table and what is known of it. */
export interface RawFeed {
  readonly source: string;
  readonly feed: Feed;
  readonly raw: string;
  /** The company file's say on the source; none for the workspace's own files. */
  readonly settings: Source | undefined;
}

type DateOrder = "iso" | "mdy" | "dmy";

/** Whose day and month can't be told apart without the company file's word. */
interface DateProfile {
  readonly count_slash: number;
  readonly max_first: number | null;
  readonly max_second: number | null;
  readonly example_day_first: string | null;
  readonly example_month_first: string | null;
}

/**
 * Makes the staging table of a feed from its raw one: located rows, the company's value rules,
 * then text read as dates, numbers and flags.
 *
 * @returns the table's name
 * @throws InputError when a column's dates could be read in two ways
 */
export async function stageFeed(run: Run, rawFeed: RawFeed): Promise<string> {
  const { raw, feed } = rawFeed;
  const position = `position_${raw}`;
  const located = `located_${raw}`;
  await run.warehouse.run(sql("ingest/position", { raw, position }), { raw_table: raw });
  await run.warehouse.run(sql("ingest/file_rows", { position }));
  await run.warehouse.run(sql("ingest/located", { raw, located, position }));
  const mapped = await applyValueRules(run, rawFeed, located);
  const staging = raw.replace(/^raw_/, "stg_");
  const priced = await priceAmounts(run, rawFeed, mapped);
  const identifiers = { staging, located: priced, ...(await readers(run, rawFeed)) };
  await run.warehouse.run(sql(`staging/${feed.object}`, identifiers));
  await run.warehouse.run(sql("ingest/rejected", { staging }), { object: feed.object });
  return staging;
}

/** A view over the located one for each column whose values the company file maps. */
async function applyValueRules(run: Run, { feed, raw, settings }: RawFeed, located: string) {
  let top = located;
  for (const [column, rules] of Object.entries(settings?.values[feed.object] ?? {})) {
    const names = { rules: `rule_${raw}_${column}`, mapped: `${top}_${column}`, column };
    await run.warehouse.run(sql("tables/value_rule", names));
    const rows = Object.entries(rules).map(([value, reads]) => ({ value, reads }));
    await run.warehouse.append(names.rules, rows);
    await run.warehouse.run(sql("ingest/mapped", { ...names, located: top }));
    top = names.mapped;
  }
  return top;
}

/** A view that gives amounts their currency; the view itself where an object has no amounts. */
async function priceAmounts(run: Run, { feed, raw }: RawFeed, located: string): Promise<string> {
  const columns = columnsOf(feed.object);
  if (!Object.values(columns).some(({ kind }) => kind === "amount")) return located;
  const file = "currency" in columns ? "ingest/priced" : "ingest/priced_at_home";
  const priced = `priced_${raw}`;
  await run.warehouse.run(sql(file, { priced, located }));
  return priced;
}

/** For each column that needs one, the macro that reads its text. */
async function readers(run: Run, rawFeed: RawFeed): Promise<Record<string, string>> {
  const macros: Record<string, string> = { read_percent: percentReader(rawFeed) };
  for (const [column, { kind }] of Object.entries(columnsOf(rawFeed.feed.object))) {
    if (kind !== "date" && kind !== "timestamp") continue;
    const order = await dateOrder(run, rawFeed, column);
    macros[`read_${column}`] = `${kind === "date" ? "day" : "moment"}_${order}`;
  }
  return macros;
}

/** A CRM that is known writes percentages; a mapped table and our own files write fractions. */
const percentReader = ({ settings }: RawFeed) =>
  settings !== undefined && settings.kind !== "table" ? "read_percent" : "read_fraction";

async function dateOrder(
  run: Run,
  { raw, feed, source, settings }: RawFeed,
  column: string,
): Promise<DateOrder> {
  const set = settings?.dates;
  if (set !== undefined) return set;
  const statement = sql("ingest/date_profile", { raw, column });
  const [profile] = await run.warehouse.all<DateProfile>(statement);
  if (!profile || profile.count_slash === 0) return "iso";
  const dayFirst = (profile.max_first ?? 0) > 12;
  const monthFirst = (profile.max_second ?? 0) > 12;
  if (dayFirst !== monthFirst) return dayFirst ? "dmy" : "mdy";
  const heading = feed.columns[column]?.[0] ?? column;
  const why = dayFirst
    ? `"${profile.example_day_first}" has the day first, "${profile.example_month_first}" the month`
    : "no day in it is above 12";
  throw new InputError(`ambiguous dates: column ${heading} of ${feed.file} (${why})`, {
    file: "company.yaml",
    column: heading,
    remedy: `Set sources.${source}.dates to mdy or dmy.`,
  });
}
