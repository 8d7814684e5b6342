import type { Replay } from "./backtest.ts";
import { type Draft, draftOf, type SeriesModel } from "./draft.ts";
import { historyOf, type NumericSeries } from "./history.ts";
import { calibrateIntervals, type LeadScore } from "./intervals.ts";
import { type Mstl, membersWith } from "./member.ts";
import { weightsOf } from "./weights.ts";

export interface SeriesOptions {
  /** Steps in a season; 1 where there is none. */
  readonly season: number;
  /** Steps to forecast. */
  readonly h: number;
  /** Shares of outcomes that the intervals are to hold, such as 0.8. */
  readonly levels: readonly number[];
  readonly mstl: Mstl;
}

export interface SeriesForecast {
  readonly seriesId: string;
  readonly model: SeriesModel;
  /** Steps of the history that were missing and are filled between their neighbours. */
  readonly filled: number;
  /** One value a step. */
  readonly mean: readonly number[];
  readonly intervals: readonly Interval[];
  /** Back-tested errors of all series that the widths rest on; below 40 they are Student-t's. */
  readonly countScores: number;
}

export interface Interval {
  readonly level: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/**
 * Forecasts plain numeric series of one season: Theta, STL with exponential smoothing, a damped
 * trend, seasonal growth and a ridge regression, combined by weights from rolling-origin
 * back-tests, with conformal intervals. Series given together share weights and calibration, so
 * they should be alike: one measure, one grain. Their order doesn't matter.
 *
 * Of one or two values the forecast is their mean, of none the mean of the other series. It is
 * never negative where the history never is.
 *
 * @returns one forecast a series, ordered by `seriesId`
 */
export function forecastSeries(
  series: readonly NumericSeries[],
  { season, h, levels, mstl }: SeriesOptions,
): SeriesForecast[] {
  // one order, so that sums over series are the same whatever the order given
  const sorted = [...series].sort((a, b) => (a.seriesId < b.seriesId ? -1 : 1));
  const histories = sorted.map(historyOf);
  const members = membersWith(mstl);
  const drafts = histories.map((history) => {
    const peers = () => histories.filter((other) => other !== history).map(({ y }) => y);
    return draftOf(history, { season, h, members, peers });
  });
  const replays = drafts.map((draft) => draft.replays);
  const weights = weightsOf(replays, members.length);
  const scores = replays.map((own, index) => scoresOf(own, weights[index] ?? []));
  const { radius, count } = calibrateIntervals(scores);
  return sorted.map(({ seriesId }, index) => {
    const draft = drafts[index];
    if (!draft) throw new RangeError(`missing draft: ${seriesId}`);
    const mean = meanOf(draft, weights[index] ?? [], h);
    const width = (step: number, level: number) =>
      draft.unit * radius(index, draft.missing + step, level);
    const intervals = levels.map((level) => intervalOf(draft, mean, level, width));
    const filled = histories[index]?.filled ?? Number.NaN;
    return { seriesId, model: draft.model, filled, mean, intervals, countScores: count };
  });
}

function intervalOf(
  { isNonNegative }: Draft,
  mean: readonly number[],
  level: number,
  width: (step: number, level: number) => number,
): Interval {
  const floor = isNonNegative ? 0 : Number.NEGATIVE_INFINITY;
  return {
    level,
    lower: mean.map((value, k) => Math.max(floor, value - width(k + 1, level))),
    upper: mean.map((value, k) => value + width(k + 1, level)),
  };
}

const meanOf = ({ paths }: Draft, weights: readonly number[], h: number) =>
  Array.from({ length: h }, (_, k) =>
    weighted(
      paths.map((path) => path[k] ?? Number.NaN),
      weights,
    ),
  );

function scoresOf(replays: readonly Replay[], weights: readonly number[]): LeadScore[] {
  return replays
    .filter(({ unit }) => unit > 0)
    .map(({ origin, lead, actual, means, unit }) => ({
      origin,
      lead,
      score: Math.abs(actual - weighted(means, weights)) / unit,
    }));
}

const weighted = (means: readonly number[], weights: readonly number[]) =>
  means.reduce((total, value, member) => total + value * (weights[member] ?? 0), 0);
