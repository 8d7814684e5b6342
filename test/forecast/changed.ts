import { addDays } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import { bookedByMonth } from "../../src/forecast/booked.ts";
import type { CellMonths } from "../../src/forecast/cell-months.ts";
import type { Between, Booking } from "../../src/forecast/change/between.ts";
import { periodChange } from "../../src/forecast/change/change.ts";
import { dealChanges, type Expected } from "../../src/forecast/change/deal-change.ts";
import type { TrackedDeal } from "../../src/forecast/change/tracked-deal.ts";
import { asOfCutoff, type Cutoff, weeklyCutoffs } from "../../src/forecast/cutoff.ts";
import { hierarchyOf } from "../../src/forecast/hierarchy.ts";
import { reach } from "../../src/forecast/timeline.ts";
import { dealKey } from "../../src/opportunity/hazard/snapshot.ts";
import { asOf, daysOf, lineOf, seller } from "./company.ts";

/** Two reps in two segments, and the cutoffs of today and of a week before, 2026-06-17 and 2026-06-10. */
const line = lineOf(14);
const days = ["ann", "bob"].flatMap((repId, k) =>
  daysOf([...Array(14).fill(1000 + k), 300], line, { repId, segment: k > 0 ? "Small" : "Large" }),
);
const cells = ["ann", "bob"].flatMap((repId) =>
  ["Large", "Small"].map((segment) => ({ repId, segment })),
);
const sellers = ["ann", "bob"].map((id) => seller(id));
const hierarchy = hierarchyOf({ company: "Acme", sellers, days, cells, asOf });
export const company: Company = { hierarchy, booked: bookedByMonth(days, hierarchy, line), line };
export const now = asOfCutoff(line);
export const weekBefore = weeklyCutoffs(line).at(-1) ?? now;
export const twoWeeksBefore = weeklyCutoffs(line).at(-2) ?? now;
/** The quarter in progress ends in July. */
export const periods = line.periods.filter(
  ({ period, first, last }) => period !== "month" && last >= now.origin && first <= now.origin + 3,
);
const months = reach(line, now.origin) - now.origin + 1;

export const tracked = (fields: Partial<TrackedDeal> = {}): TrackedDeal => ({
  cutoff: weekBefore.date,
  opportunity_id: "D1",
  spell: 1,
  rep_id: "ann",
  segment: "Large",
  stage_days: 10,
  age_days: 20,
  idle_days: 3,
  count_recent_activities: 2,
  close_date: "2026-07-10",
  days_to_close: 30,
  count_pushes: 0,
  pushed_days: 0,
  count_pulls: 0,
  bookings_cents: 90_000,
  amount_change_rate: 0,
  ...fields,
});

/** The same deal a week later, as if nothing but time had passed, but for what is given. */
export const later = (deal: TrackedDeal, fields: Partial<TrackedDeal> = {}): TrackedDeal => ({
  ...deal,
  cutoff: now.date,
  stage_days: deal.stage_days + 7,
  age_days: deal.age_days + 7,
  idle_days: deal.idle_days === null ? null : deal.idle_days + 7,
  days_to_close: deal.days_to_close === null ? null : deal.days_to_close - 7,
  ...fields,
});

/** A deal dated later, or earlier, than it was. */
export const moved = (deal: TrackedDeal, by: number): TrackedDeal =>
  later(deal, {
    close_date: deal.close_date && addDays(deal.close_date, by),
    days_to_close: deal.days_to_close === null ? null : deal.days_to_close - 7 + by,
    count_pushes: deal.count_pushes + (by > 0 ? 1 : 0),
    count_pulls: deal.count_pulls + (by < 0 ? 1 : 0),
  });

/** A made-up model: nearer, younger and livelier deals bring more, and sooner. */
export const brings = ({
  bookings_cents,
  days_to_close,
  stage_days,
  idle_days,
}: TrackedDeal): Expected =>
  Array.from({ length: 13 }, (_, lead) => {
    const chance = 1 / (2 + lead + Math.abs(days_to_close ?? 90) / 30 + stage_days / 50);
    return ((bookings_cents ?? 0) * chance) / (1 + (idle_days ?? 60) / 40);
  });

export interface Happened {
  readonly earlier?: readonly TrackedDeal[];
  readonly current?: readonly TrackedDeal[];
  readonly won?: readonly string[];
  readonly bookings?: readonly Booking[];
  readonly before?: CellMonths;
  readonly after?: CellMonths;
  readonly share?: number;
  /** The earlier cutoff. */
  readonly from?: Cutoff;
}

const nothing: CellMonths = { cells: [], steps: [] };

/** What changed the forecasts of all periods between the cutoffs, by made-up models. */
export function changed({
  earlier = [],
  current = [],
  won = [],
  bookings = [],
  before = nothing,
  after = nothing,
  share = 0.5,
  from = weekBefore,
}: Happened) {
  const deals = dealChanges({
    cutoff: now.date,
    earlier,
    current,
    keyOf: dealKey,
    isWon: ({ opportunity_id }) => won.includes(opportunity_id),
    expected: (states) => states.map(brings),
  });
  const of = (cutoff: typeof now, published: CellMonths) => ({
    cutoff,
    published,
    series: published,
    share: () => share,
  });
  const between: Between = {
    before: of(from, before),
    now: of(now, after),
    bookings,
    deals,
    coming: (cell, lead) => (lead < 13 ? 10 * cell + lead : 0),
  };
  return periods.map((period) => periodChange(company, between, period));
}

/** As many months ahead as a forecast reaches, of all four cells. */
export const monthsOf = (cents: (cell: number, lead: number) => number): CellMonths => ({
  cells: [0, 1, 2, 3],
  steps: Array.from({ length: months }, (_, lead) =>
    Float64Array.from([0, 1, 2, 3], (cell) => cents(cell, lead)),
  ),
});
