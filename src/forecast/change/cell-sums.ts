import type { Company } from "../base.ts";
import { bookedToPoint } from "../booked.ts";
import { aheadOf } from "../cell-months.ts";
import type { Cutoff } from "../cutoff.ts";
import type { TimelinePeriod } from "../timeline.ts";
import type { CellForecast } from "../ways.ts";
import type { Between } from "./between.ts";
import { seriesPassed } from "./time-passed.ts";

/** By cell, whole minor units: booked in the period by the cutoff, and what was expected of the rest. */
export function publishedIn(
  company: Company,
  { cutoff, published }: CellForecast,
  period: TimelinePeriod,
): Float64Array {
  const ahead = aheadOf(published);
  return doneIn(company, cutoff, period).map((done, cell) =>
    leadsIn(period, cutoff).reduce((sum, lead) => sum + ahead(cell, lead), done),
  );
}

/** The same with nothing but time passed, but for what open deals are expected to bring. */
export function passedIn(
  company: Company,
  { before, now, coming }: Between,
  period: TimelinePeriod,
): Float64Array {
  const series = seriesPassed(company, {
    before: before.cutoff,
    series: before.series,
    now: now.cutoff,
  });
  const leads = leadsIn(period, now.cutoff).map((lead) => ({
    lead,
    share: before.share(now.cutoff, lead),
  }));
  return doneIn(company, before.cutoff, period).map((done, cell) => {
    const rest = leads.reduce(
      (sum, { lead, share }) => sum + share * coming(cell, lead) + (1 - share) * series(cell, lead),
      0,
    );
    return done + Math.round(rest);
  });
}

/** Months ahead of a cutoff that lie in a period. */
export function leadsIn({ first, last }: TimelinePeriod, { origin }: Cutoff): number[] {
  const from = Math.max(first, origin);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, k) => from - origin + k);
}

/** Booked in a period by the end of a cutoff, by cell. */
function doneIn(
  { booked }: Company,
  cutoff: Cutoff,
  { first, last }: TimelinePeriod,
): Float64Array {
  const own = bookedToPoint(booked, cutoff.origin, cutoff);
  const holds = first <= cutoff.origin && cutoff.origin <= last;
  return Float64Array.from(booked.byCell, (months, cell) => {
    let done = holds ? (own[cell] ?? Number.NaN) : 0;
    for (let month = Math.max(0, first); month < Math.min(cutoff.origin, last + 1); month++) {
      done += months[month] ?? Number.NaN;
    }
    return done;
  });
}
