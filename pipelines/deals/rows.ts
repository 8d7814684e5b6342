import type { FiscalCalendar, PlainDate } from "../../src/calendar.ts";
import { dateOf } from "../../src/opportunity/epoch.ts";
import { chanceAfter, type Incidence, stepsBy } from "../../src/opportunity/hazard/incidence.ts";
import { reasonsOf } from "../../src/opportunity/hazard/reason.ts";
import { risksOf } from "../../src/opportunity/hazard/risk.ts";
import { quarterEnds } from "../../src/opportunity/hazard/step.ts";
import type { DealOutlook } from "./outlook.ts";

/** Rows of `deal_forecast`, a deal each. */
export function dealForecastRows(outlook: DealOutlook, calendar: FiscalCalendar) {
  const { cutoff, deals, fitted, incidence, worth } = outlook;
  const { hazards, stays } = fitted;
  const reasons = hazards.name === "hazards" ? reasonsOf(hazards, deals, incidence) : undefined;
  const quarters = quarterEnds(cutoff, calendar);
  return deals.map((deal, row) => ({
    opportunity_id: deal.opportunity_id,
    rep_id: deal.rep_id,
    segment: deal.segment,
    cutoff,
    model: hazards.name,
    ...chancesOf(incidence, row, { quarters, ifWon: worth[row] ?? Number.NaN }),
    bookings_cents: deal.bookings_cents,
    reasons: JSON.stringify(reasons?.[row] ?? []),
    risk_flags: risksOf(deal, stays),
  }));
}

interface Valued {
  readonly quarters: readonly [number, number];
  readonly ifWon: number;
}

function chancesOf(incidence: Incidence, row: number, { quarters, ifWon }: Valued) {
  const { steps, won, lost, wonEver } = incidence;
  const [end, next] = quarters.map((day) => stepsBy(steps, day));
  const by = (chances: Float64Array, count = 0) =>
    chanceAfter(chances, { row, width: steps.length, steps: count });
  const inQuarter = by(won, end);
  const inNext = by(won, next) - inQuarter;
  const ever = wonEver[row] ?? Number.NaN;
  return {
    win_rate: ever,
    win_rate_in_quarter: inQuarter,
    win_rate_next_quarter: inNext,
    lost_rate_in_quarter: by(lost, end),
    expected_close_date: halfSpent(incidence, row),
    expected_if_won_cents: cents(ifWon),
    expected_cents: cents(ever * ifWon),
    expected_in_quarter_cents: cents(inQuarter * ifWon),
    expected_next_quarter_cents: cents(inNext * ifWon),
  };
}

/** The last day of the week by which half of a deal's chance to be won ever is spent, if any is. */
function halfSpent({ steps, won, wonEver }: Incidence, row: number): PlainDate | null {
  const half = (wonEver[row] ?? Number.NaN) / 2;
  const step = steps.find((_, k) => (won[row * steps.length + k] ?? Number.NaN) >= half);
  return step ? dateOf(step.last) : null;
}

/** Whole minor units, null where the amount isn't known. */
const cents = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value));
