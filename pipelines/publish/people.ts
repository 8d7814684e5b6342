import type { Currency } from "../../src/narrative/answer.ts";
import type { OpenDeals, PeerAttainment, QuarterStanding } from "../../src/narrative/people.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { Edition, ReportFile } from "./file.ts";
import { readReport } from "./reading.ts";
import type { ScoreRow } from "./scorecard.ts";

export interface OpenDealRow {
  readonly opportunity_id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
  readonly stage: string | null;
  readonly position: number | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
  readonly is_overdue: boolean;
  readonly stage_days: number | null;
  readonly usual_days: number | null;
  readonly is_stale: boolean;
  /** Null where no export tells of next steps; so too of activities. */
  readonly is_without_next_step: boolean | null;
  readonly is_without_amount: boolean;
  readonly is_idle: boolean | null;
  readonly count_to_mend: number;
  readonly count_pushes: number | null;
  readonly last_activity_date: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

interface ActivityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly kind: string;
  readonly view: string;
  readonly activity_count: number;
}

export interface MedianRow {
  readonly entity_type: string;
  readonly role: string;
  readonly among: string;
  readonly among_id: string;
  readonly metric: string;
  readonly period_start: string;
  readonly median: number;
  readonly n: number;
}

export const readOpenDeals = (warehouse: Warehouse): Promise<OpenDealRow[]> =>
  readReport(warehouse, "open_deal");

export const readMedians = (warehouse: Warehouse): Promise<MedianRow[]> =>
  readReport(warehouse, "peer_median");

/** What half of the active reps of a role have attained of a quarter's quota; null where too few have one. */
export const peerAttainment = (
  medians: readonly MedianRow[],
  role: string | null,
  period_start: string | undefined,
): PeerAttainment | null =>
  medians.find(
    (row) =>
      row.metric === "quota_attainment" &&
      row.entity_type === "rep" &&
      row.among === "company" &&
      row.role === (role ?? "") &&
      row.period_start === period_start,
  ) ?? null;

const dealKinds = {
  opportunity_id: "text",
  name: "text",
  account: "word",
  rep_id: "word",
  owner: "word",
  team_id: "word",
  stage: "word",
  position: "whole",
  bookings_cents: "number",
  close_date: "word",
  is_overdue: "whole",
  stage_days: "whole",
  usual_days: "number",
  is_stale: "whole",
  is_without_next_step: "whole",
  is_without_amount: "whole",
  is_idle: "whole",
  count_to_mend: "whole",
  count_pushes: "whole",
  last_activity_date: "word",
  file: "word",
  line: "whole",
} as const;

const activityKinds = {
  entity_type: "word",
  entity_id: "word",
  period_start: "word",
  kind: "word",
  view: "word",
  activity_count: "whole",
} as const;

const medianKinds = {
  entity_type: "word",
  role: "word",
  among: "word",
  among_id: "word",
  metric: "word",
  period_start: "word",
  median: "number",
  n: "whole",
} as const;

/** What the pages of reps and teams share: open deals, activities by month, medians of peers. */
export async function peopleFiles(
  warehouse: Warehouse,
  deals: readonly OpenDealRow[],
  medians: readonly MedianRow[],
): Promise<ReportFile[]> {
  const activities = await readReport<ActivityRow>(warehouse, "activity_month");
  const tables = {
    "open-deals": columnar(deals, dealKinds),
    activities: columnar(activities, activityKinds),
    medians: columnar(medians, medianKinds),
  };
  return Object.entries(tables).map(([name, table]) => ({
    name: `${name}.arrow`,
    audience: "leadership",
    content: { table },
  }));
}

/** What is open of some deals, and how many of them have no amount to add. */
export function openOf(deals: readonly OpenDealRow[]): OpenDeals {
  const known = deals.map((deal) => deal.bookings_cents).filter((cents) => cents !== null);
  return {
    deals: deals.length,
    without_amount: deals.length - known.length,
    cents: known.reduce((sum, cents) => sum + cents, 0),
    late: deals.filter((deal) => deal.is_stale || deal.is_overdue).length,
  };
}

/** The quarter in progress of every entity of a type among some cells, by its id. */
export function quarterStandings(
  rows: readonly ScoreRow[],
  entityType: string,
  quarter: { readonly period_start: string; readonly label: string; readonly is_complete: boolean },
): Map<string, QuarterStanding> {
  const cells = rows.filter(
    (row) =>
      row.metric === "bookings" &&
      row.entity_type === entityType &&
      row.period === "quarter" &&
      row.view === "as_is" &&
      row.period_start === quarter.period_start,
  );
  const { label, is_complete } = quarter;
  return new Map(
    cells.map((row) => [
      row.entity_id,
      { label, is_over: is_complete, booked_cents: row.value, quota_cents: row.target },
    ]),
  );
}

export const moneyOf = ({ currency, currency_digits }: Edition): Currency => ({
  currency,
  currency_digits,
});
