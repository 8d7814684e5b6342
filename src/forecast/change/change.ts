import type { Company } from "../base.ts";
import type { TimelinePeriod } from "../timeline.ts";
import type { Between, CellChange } from "./between.ts";
import type { ChangeCause } from "./cause.ts";
import { passedIn, publishedIn } from "./cell-sums.ts";
import { bookedIn, dealCents } from "./deal-cents.ts";

/** The change of a period's forecast by cell and cause; all of them add up to it, to the cent. */
export interface PeriodChange {
  readonly period: TimelinePeriod;
  /** By cell, what was published at the earlier cutoff and at the later one. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly changes: readonly CellChange[];
}

/**
 * Why the forecast of a period isn't what it was at an earlier cutoff. What deals are expected to
 * bring is computed, not simulated, so that nothing of the difference is chance. The later
 * cutoff's own estimates come last: chances, new deals, series and weights as learnt since.
 */
export function periodChange(
  company: Company,
  between: Between,
  period: TimelinePeriod,
): PeriodChange {
  const { before, now } = between;
  const published = {
    before: publishedIn(company, before, period),
    after: publishedIn(company, now, period),
  };
  const deals = dealCents(company, between, period);
  const passed = passedIn(company, between, period);
  for (const { cell, cents } of deals.aged) passed[cell] = (passed[cell] ?? Number.NaN) + cents;
  const changes = [
    ...byCell("time_passed", passed, published.before),
    ...bookedIn(company, between, period),
    ...deals.changes,
  ];
  const sums = Float64Array.from(published.before);
  for (const { cell, cents } of changes) sums[cell] = (sums[cell] ?? Number.NaN) + cents;
  return {
    period,
    ...published,
    changes: [...changes, ...byCell("model_changed", published.after, sums)],
  };
}

const byCell = (cause: ChangeCause, after: Float64Array, before: Float64Array): CellChange[] =>
  Array.from(after, (cents, cell) => ({
    cell,
    cause,
    opportunityId: null,
    cents: cents - (before[cell] ?? Number.NaN),
  })).filter(({ cents }) => cents !== 0);
