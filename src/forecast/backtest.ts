import { rollingOrigins } from "../statistics/rolling-origin.ts";
import type { Score } from "./calibration.ts";
import { monthPath } from "./month-path.ts";
import { type Outlook, outlooks } from "./period-outlook.ts";
import { bookedIn, type Series } from "./series.ts";
import type { Timeline } from "./timeline.ts";

/** A past outlook beside what then happened; null while the period isn't over. */
export interface Replay {
  readonly outlook: Outlook;
  readonly actual: number | null;
}

/**
 * Replays the forecast at the same point of every earlier quarter that leaves at least one month
 * to learn from. Bookings are those known today: past states of the exports aren't replayed.
 */
export function replay(series: readonly Series[], line: Timeline): Replay[] {
  return rollingOrigins(line.current, { minimum: 1, step: 3 }).flatMap((origin) =>
    series
      .filter(({ start }) => start < origin)
      .flatMap((one) =>
        outlooks(one, monthPath(one, series, line, origin), line, origin).map((outlook) => ({
          outlook,
          actual: actualOf(outlook, one, line),
        })),
      ),
  );
}

/** Beyond ten deviations the months before were no guide at all; how much more says nothing. */
const largestScore = 10;

/** A score and the last month of its period, after which it could be known. */
export interface DatedScore extends Score {
  readonly last: number;
}

/** The scores of all replays whose period is over. */
export function scoresOf(replays: readonly Replay[]): DatedScore[] {
  return replays.flatMap(({ outlook, actual }) => {
    if (actual === null || outlook.unit === 0) return [];
    const score = Math.min(largestScore, Math.abs(actual - outlook.mean) / outlook.unit);
    const { entityType, model, period, lead, last } = outlook;
    return [{ entityType, model, period, lead, last, score }];
  });
}

/** The scores that could be known at a cutoff in the month `origin`. */
export function scoresBefore(scores: readonly DatedScore[], origin: number): DatedScore[] {
  return scores.filter(({ last }) => last < origin);
}

function actualOf({ first, last }: Outlook, series: Series, line: Timeline): number | null {
  if (last >= line.current) return null;
  let actual = 0;
  for (let month = first; month <= last; month++) actual += bookedIn(series, month);
  return actual;
}
