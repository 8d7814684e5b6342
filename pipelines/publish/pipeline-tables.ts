import { Table } from "apache-arrow";
import type { PlainDate } from "../../src/calendar.ts";
import { epochDay } from "../../src/opportunity/epoch.ts";
import type { DealNames } from "../../src/opportunity/listing.ts";
import type { Version } from "../../src/opportunity/state.ts";
import { numbers, texts, wholeNumbers, words } from "./arrow.ts";

/** What readers know an opportunity by, its segment and its territory. */
export interface DealRow extends DealNames {
  readonly opportunity_id: string;
  readonly segment: string | null;
  readonly territory_id: string | null;
}

/** One row per version; `deal` is the row of its opportunity in the file of deals, dates are epoch days. */
export function versionTable(versions: readonly Version[], ids: readonly string[]) {
  const row = new Map(ids.map((id, index) => [id, index]));
  const day = (date: PlainDate | null) => (date === null ? null : epochDay(date));
  return new Table({
    deal: wholeNumbers(versions.map((version) => row.get(version.opportunity_id) ?? null)),
    valid_from: wholeNumbers(versions.map((version) => epochDay(version.valid_from))),
    known_from: wholeNumbers(versions.map((version) => epochDay(version.known_from))),
    status: words(
      versions.map((version) => version.status),
      0,
    ),
    rep_id: words(
      versions.map((version) => version.rep_id),
      1,
    ),
    amount_minor: numbers(versions.map((version) => version.amount_minor)),
    currency: words(
      versions.map((version) => version.currency),
      2,
    ),
    close_date: wholeNumbers(versions.map((version) => day(version.close_date))),
  });
}

/** One row per opportunity, in the order that versions count them. */
export function dealTable(deals: readonly DealRow[], ids: readonly string[]) {
  const byId = new Map(deals.map((deal) => [deal.opportunity_id, deal]));
  const column = <Key extends keyof DealRow>(key: Key) =>
    ids.map((id) => byId.get(id)?.[key] ?? null);
  return new Table({
    opportunity_id: texts(ids),
    name: texts(column("name")),
    account: words(column("account"), 0),
    stage: words(column("stage"), 1),
    segment: words(column("segment"), 2),
    territory_id: words(column("territory_id"), 3),
    file: words(column("file"), 4),
    line: wholeNumbers(column("line")),
  });
}
