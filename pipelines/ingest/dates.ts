import { columnsOf, type ObjectName } from "../../src/crm/objects.ts";
import { InputError } from "../../src/errors.ts";
import { type Run, sql } from "../run.ts";
import type { Content } from "./contents.ts";
import type { RawFeed } from "./staging.ts";

type DateOrder = "iso" | "mdy" | "dmy";

/** For each column of dates the order of day and month in which it is read. */
export type DateOrders = Readonly<Record<string, DateOrder>>;

/** A column with slashes or dots: the evidence of all files of its feed. */
interface DateProfile {
  readonly column_name: string;
  readonly max_first: number | null;
  readonly max_second: number | null;
  readonly example_day_first: string | null;
  readonly example_month_first: string | null;
  /** The contents that write such dates. */
  readonly content_ids: readonly string[];
}

/** The columns of an object that hold dates, whose order one file alone may not tell. */
export const dateColumns = (object: ObjectName): string[] =>
  Object.entries(columnsOf(object)).flatMap(([column, { kind }]) =>
    kind === "date" || kind === "timestamp" ? [column] : [],
  );

/** The evidence of a feed's files, column by column. */
export const dateProfiles = ({ warehouse }: Run, contentIds: readonly number[]) =>
  warehouse.all<DateProfile>(sql("ingest/date_order"), { content_ids: contentIds.map(String) });

/**
 * The order in which each column of a feed is read: as the company file says, else as the files
 * show.
 *
 * @throws InputError when a column's dates could be read in two ways
 */
export function dateOrders(rawFeed: RawFeed, profiles: readonly DateProfile[]): DateOrders {
  const shown = new Map(profiles.map((profile) => [profile.column_name, profile]));
  return Object.fromEntries(
    dateColumns(rawFeed.feed.object).map((column) => {
      const profile = shown.get(column);
      const set = rawFeed.settings?.dates;
      return [column, set ?? (profile ? orderOf(rawFeed, profile) : "iso")];
    }),
  );
}

function orderOf({ feed, source }: RawFeed, profile: DateProfile): DateOrder {
  const dayFirst = (profile.max_first ?? 0) > 12;
  const monthFirst = (profile.max_second ?? 0) > 12;
  if (dayFirst !== monthFirst) return dayFirst ? "dmy" : "mdy";
  const heading = feed.columns[profile.column_name]?.[0] ?? profile.column_name;
  const why = dayFirst
    ? `"${profile.example_day_first}" has the day first, "${profile.example_month_first}" the month`
    : "no day in it is above 12";
  throw new InputError(`ambiguous dates: column ${heading} of ${feed.file} (${why})`, {
    file: "company.yaml",
    column: heading,
    remedy: `Set sources.${source}.dates to mdy or dmy.`,
  });
}

/** Contents that were read in another order than the one that all files together show. */
export function misread<C extends Pick<Content, "content_id" | "date_orders">>(
  contents: readonly C[],
  profiles: readonly DateProfile[],
  orders: DateOrders,
): C[] {
  return contents.filter(({ content_id, date_orders }) => {
    const read = JSON.parse(date_orders) as DateOrders;
    return profiles.some(
      ({ column_name, content_ids }) =>
        content_ids.includes(String(content_id)) && read[column_name] !== orders[column_name],
    );
  });
}
