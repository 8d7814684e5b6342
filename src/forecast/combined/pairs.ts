import type { Company } from "../base.ts";
import { isTotal } from "../base.ts";
import type { MonthsAhead } from "../months-ahead.ts";
import { errorOf } from "../past-errors.ts";
import type { TimelinePeriod } from "../timeline.ts";
import { shareElapsed } from "./months.ts";
import type { Pair } from "./weight.ts";

/** What both ways said at a past cutoff. */
export interface Both {
  readonly pipeline: MonthsAhead;
  readonly series: MonthsAhead;
}

/** Quarters that are looked at after the one in progress. */
const quartersAhead = 2;

/**
 * Both forecasts of what was still to come in quarters that were over before a month, made at past
 * cutoffs, of all entities but reps: theirs are too small to tell which way is better.
 */
export function knownPairs(company: Company, past: readonly Both[], end: number): Pair[] {
  const quarters = company.line.periods.filter(
    ({ period, last }) => period === "quarter" && last < end,
  );
  return past.flatMap((both) => {
    const { origin } = both.series.cutoff;
    return quarters
      .filter(({ last, first }) => last >= origin && first <= origin + 3 * quartersAhead)
      .flatMap((quarter) => pairsOf(company, both, quarter));
  });
}

function pairsOf(company: Company, { pipeline, series }: Both, quarter: TimelinePeriod): Pair[] {
  const { hierarchy, booked } = company;
  const { cutoff } = series;
  const elapsed = shareElapsed(quarter, cutoff);
  const leads = leadsOf(quarter, cutoff.origin);
  const sum = (of: (lead: number) => number) => leads.reduce((total, lead) => total + of(lead), 0);
  return hierarchy.entities.flatMap((one, entity) => {
    if (!isTotal(one) || series.models[entity] === null) return [];
    const said = (months: MonthsAhead) => sum((lead) => months.ahead[entity]?.[lead] ?? Number.NaN);
    const missed = sum((lead) => errorOf(series, booked, entity, lead));
    return {
      entity,
      occasion: `${cutoff.date} ${quarter.periodStart}`,
      elapsed,
      pipeline: said(pipeline),
      series: said(series),
      actual: said(series) + missed,
    };
  });
}

const leadsOf = ({ first, last }: TimelinePeriod, origin: number) =>
  Array.from({ length: last - origin + 1 }, (_, lead) => lead).filter(
    (lead) => origin + lead >= first,
  );
