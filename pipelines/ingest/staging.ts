import { type Feed, plainNotation } from "../../src/crm/feed.ts";
import { columnsOf, objects } from "../../src/crm/objects.ts";
import type { Source } from "../../src/workspace/company.ts";
import { type Run, sql } from "../run.ts";
import { type DateOrders, dateOrders } from "./dates.ts";
import { pointDecimals } from "./decimals.ts";

/** A feed on its way through the warehouse: its raw table and what is known of it. */
export interface RawFeed {
  readonly source: string;
  readonly feed: Feed;
  readonly raw: string;
  /** The company file's say on the source; none for the workspace's own files. */
  readonly settings: Source | undefined;
}

/** The view that gives each row of a raw table its content and line. */
export const locatedView = (raw: string) => `located_${raw}`;

/** Lays the view that gives each row of a raw table its content and line. */
export async function locate(run: Run, { raw }: RawFeed): Promise<void> {
  const names = { raw, position: `position_${raw}`, located: locatedView(raw) };
  await run.warehouse.run(sql("ingest/position", names));
  await run.warehouse.run(sql("ingest/located", names));
}

/**
 * Lays a view over a feed's located rows: numbers with a decimal point, the value rules of company
 * and CRM, then text read as dates, numbers and flags.
 *
 * @returns the view's name
 */
export async function stageRaw(run: Run, rawFeed: RawFeed, orders: DateOrders): Promise<string> {
  const pointed = await pointDecimals(run, rawFeed, locatedView(rawFeed.raw));
  const mapped = await applyValueRules(run, rawFeed, pointed);
  return stageLocated(run, rawFeed, mapped, orders);
}

/** Lays the staging view of a feed without a file: typed as that of any other, and without a row. */
export async function stageAbsent(run: Run, rawFeed: RawFeed, staging: string): Promise<void> {
  const located = locatedView(rawFeed.raw);
  const names = Object.keys(objects[rawFeed.feed.object]);
  const columns = { renamed: names.map((name) => [{ constant: "" }, name] as const) };
  await run.warehouse.run(sql("ingest/absent_text", { located, columns }));
  const staged = await stageLocated(run, rawFeed, located, dateOrders(rawFeed, []));
  await run.warehouse.run(sql("ingest/absent", { staging, staged }));
}

/** The view of located rows with their text read as dates, numbers and flags. */
async function stageLocated(run: Run, rawFeed: RawFeed, located: string, orders: DateOrders) {
  const { raw, feed } = rawFeed;
  const staged = raw.replace(/^raw_/, "staged_");
  const priced = await priceAmounts(run, rawFeed, located);
  const identifiers = { staged, located: priced, ...readers(rawFeed, orders) };
  await run.warehouse.run(sql(`staging/${feed.object}`, identifiers));
  return staged;
}

/** A view over the located one for each column whose values the company file or the CRM maps. */
async function applyValueRules(run: Run, rawFeed: RawFeed, located: string) {
  const { raw } = rawFeed;
  let top = located;
  for (const [column, rules] of Object.entries(valueRules(rawFeed))) {
    const names = { rules: `rule_${raw}_${column}`, mapped: `${top}_${column}`, column };
    await run.warehouse.run(sql("tables/value_rule", names));
    const rows = Object.entries(rules).map(([value, reads]) => ({ value, reads }));
    await run.warehouse.append(names.rules, rows);
    await run.warehouse.run(sql("ingest/mapped", { ...names, located: top }));
    top = names.mapped;
  }
  return top;
}

/** What the values of each column mean: the company's say goes before the CRM's. */
function valueRules({ feed, settings }: RawFeed): NonNullable<Feed["values"]> {
  const own = settings?.values[feed.object] ?? {};
  const rules = Object.entries({ ...feed.values, ...own }).map(([column, values]) => [
    column,
    { ...feed.values?.[column], ...values },
  ]);
  return Object.fromEntries(rules);
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
function readers(rawFeed: RawFeed, orders: DateOrders): Record<string, string> {
  const columns = columnsOf(rawFeed.feed.object);
  const dates = Object.entries(orders).map(([column, order]) => [
    `read_${column}`,
    `${columns[column]?.kind === "date" ? "day" : "moment"}_${order}`,
  ]);
  return { read_percent: percentReader(rawFeed), ...Object.fromEntries(dates) };
}

const percentReader = ({ feed: { notation = plainNotation } }: RawFeed) =>
  notation.shares === "percent" ? "read_percent" : "read_fraction";
