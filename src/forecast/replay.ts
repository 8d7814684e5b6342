import type { Base, Company } from "./base.ts";
import { ownPaths } from "./base.ts";
import type { CellMonths } from "./cell-months.ts";
import type { Cutoff } from "./cutoff.ts";
import { errorVariances } from "./error-size.ts";
import { type MonthsAhead, monthsAhead, withoutCells } from "./months-ahead.ts";
import { bestMethod, commonError, type PastWays } from "./past-errors.ts";
import { meanMonth } from "./track.ts";

/** Series forecasts made so far, which later ones learn from, by the month of their cutoff. */
export interface Replay {
  readonly company: Company;
  readonly bases: readonly Base[];
  readonly past: (PastWays | undefined)[];
  /** By entity, before they were brought together. */
  readonly own: (readonly (readonly number[])[] | undefined)[];
}

/** Nothing made so far. */
export function replayOf(company: Company, bases: readonly Base[]): Replay {
  return { company, bases, past: [], own: [] };
}

/**
 * The series forecast of a month's own cutoff, from which later ones learn. Months go in order: each
 * is weighed and brought together by errors of those before it, as known by then.
 */
export function nextMonth(replay: Replay, cutoff: Cutoff): MonthsAhead & CellMonths {
  const { ways, own, months } = seriesAt(replay, cutoff);
  replay.past[cutoff.origin] = {
    bottom_up: withoutCells(ways.bottom_up),
    least_squares: withoutCells(ways.least_squares),
  };
  replay.own[cutoff.origin] = own;
  return months;
}

/** The series forecast of any other day, after those of the months before its own. */
export function onDay(replay: Replay, cutoff: Cutoff): MonthsAhead & CellMonths {
  return seriesAt(replay, cutoff).months;
}

function seriesAt({ company, bases, past, own }: Replay, cutoff: Cutoff) {
  const { hierarchy, booked } = company;
  const { origin } = cutoff;
  const base = bases[origin];
  if (!base) throw new RangeError(`missing origin: ${origin}`);
  const paths = ownPaths(hierarchy, base, cutoff);
  const variances = errorVariances(hierarchy.entities, booked, {
    pathAt: (k, at) => own[at]?.[k] ?? null,
    origin,
    size: paths.map(meanMonth),
  });
  const common = commonError(
    past.map((ways) => ways?.bottom_up),
    booked,
    origin,
  );
  const ways = monthsAhead(company, { cutoff, base, own: paths, variances, common });
  return { ways, own: paths, months: ways[bestMethod(past, booked, hierarchy.entities, origin)] };
}
