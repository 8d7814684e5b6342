import type { Grain, PlainDate } from "../calendar.ts";
import type { Model, MonthPath } from "./path.ts";
import { bookedIn, bookedToPoint, hasNegative, type Series, shareAhead } from "./series.ts";
import { reach, type Timeline, type TimelinePeriod } from "./timeline.ts";

/** What one entity is expected to book in one period, before its interval is known. */
export interface Outlook {
  readonly entityType: string;
  readonly entityId: string;
  readonly period: Grain;
  readonly periodStart: PlainDate;
  /** Numbers of the period's first and last month. */
  readonly first: number;
  readonly last: number;
  readonly model: Model;
  /** Number of the month in which the forecast is made. */
  readonly origin: number;
  /** Periods ahead, 0 for the one that holds the origin. */
  readonly horizon: number;
  /** Months from the origin's to the period's last. */
  readonly lead: number;
  /** Whole minor units; a quarter's is the sum of its months'. */
  readonly mean: number;
  /** Standard deviation of the sum were months independent; the back-test corrects it. */
  readonly unit: number;
  /** What the sum can't fall below: what is booked already; none where corrections occur. */
  readonly floor: number;
}

/** The outlook of every period from the origin's to the end of the next fiscal year. */
export function outlooks(
  series: Series,
  path: MonthPath,
  line: Timeline,
  origin: number,
): Outlook[] {
  const share = shareAhead(series, line, origin);
  const end = reach(line, origin);
  const ahead = line.periods.filter(({ first, last }) => last >= origin && first <= end);
  const isBounded = !hasNegative(series, origin);
  return ahead.map((period) => {
    const done = doneIn(series, period, origin);
    const { mean, unit } = rest(path, period, origin, share);
    return {
      entityType: series.entityType,
      entityId: series.entityId,
      period: period.period,
      periodStart: period.periodStart,
      first: period.first,
      last: period.last,
      model: path.model,
      origin,
      horizon: ahead.filter((p) => p.period === period.period && p.last < period.last).length,
      lead: period.last - origin,
      mean: done + mean,
      unit,
      floor: isBounded ? done : Number.NEGATIVE_INFINITY,
    };
  });
}

/** Booked in the period when the forecast is made: earlier months, and the origin's so far. */
function doneIn(series: Series, { first }: TimelinePeriod, origin: number): number {
  let done = first <= origin ? bookedToPoint(series, origin) : 0;
  for (let month = Math.max(first, series.start); month < origin; month++) {
    done += bookedIn(series, month);
  }
  return done;
}

/**
 * The part of a period still ahead. Of the origin's own month only a share is ahead; its variance
 * shrinks by that share, as that of a sum of independent deals does. The level's own error moves
 * all months together.
 */
function rest(path: MonthPath, { first, last }: TimelinePeriod, origin: number, share: number) {
  let mean = 0;
  let variance = 0;
  let together = 0;
  for (let month = Math.max(first, origin); month <= last; month++) {
    const part = month === origin ? share : 1;
    const deviation = path.deviation[month - origin] ?? Number.NaN;
    mean += Math.round((path.mean[month - origin] ?? Number.NaN) * part);
    variance += deviation ** 2 * part;
    together += deviation * part;
  }
  return { mean, unit: Math.sqrt(variance + together ** 2 / path.months) };
}
