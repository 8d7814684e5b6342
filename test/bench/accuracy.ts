import type { SeriesForecast } from "../../src/forecast/series/forecast-series.ts";
import { isSeasonal, seasonalIndices } from "../../src/forecast/series/seasonality.ts";

/** A series cut into what methods learn from and what they are judged by. */
export interface Trial {
  readonly id: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Means over series, as the M competitions report them. */
export interface Accuracy {
  /** 200·|y − ŷ| / (|y| + |ŷ|), percent. */
  readonly smape: number;
  /** Absolute error over that of the seasonal naive method in the training part. */
  readonly mase: number;
}

/** How intervals came out. */
export interface IntervalAccuracy {
  readonly level: number;
  /** Share of outcomes inside. */
  readonly coverage: number;
  /** Mean scaled interval score (Gneiting & Raftery 2007, as in M4). */
  readonly msis: number;
}

/** Accuracy of one mean path a trial. */
export function accuracyOf(
  trials: readonly Trial[],
  season: number,
  path: (trial: Trial) => readonly number[],
): Accuracy {
  const each = trials.map((trial) => {
    const errors = path(trial).map((mean, k) => {
      const y = trial.test[k] ?? Number.NaN;
      return { error: Math.abs(y - mean), size: Math.abs(y) + Math.abs(mean) };
    });
    return {
      smape: average(errors.map(({ error, size }) => (size > 0 ? (200 * error) / size : 0))),
      mase: average(errors.map(({ error }) => error)) / naiveError(trial.train, season),
    };
  });
  return {
    smape: average(each.map(({ smape }) => smape)),
    mase: average(each.map(({ mase }) => mase)),
  };
}

/** Coverage and interval score of one level. */
export function intervalAccuracyOf(
  trials: readonly Trial[],
  season: number,
  { forecasts, level }: { forecasts: ReadonlyMap<string, SeriesForecast>; level: number },
): IntervalAccuracy {
  const penalty = 2 / (1 - level);
  const steps = trials.flatMap(({ id, train, test }) => {
    const interval = forecasts.get(id)?.intervals.find((one) => one.level === level);
    const scale = naiveError(train, season);
    return test.map((y, k) => {
      const lower = interval?.lower[k] ?? Number.NaN;
      const upper = interval?.upper[k] ?? Number.NaN;
      const outside = Math.max(0, lower - y) + Math.max(0, y - upper);
      return { isInside: outside === 0, score: (upper - lower + penalty * outside) / scale };
    });
  });
  return {
    level,
    coverage: average(steps.map(({ isInside }) => (isInside ? 1 : 0))),
    msis: average(steps.map(({ score }) => score)),
  };
}

/** Naive 2, M4's benchmark: the last value, seasonally adjusted where the history tests seasonal. */
export function naive2({ train, test }: Trial, season: number): number[] {
  const indices = isSeasonal(train, season) ? seasonalIndices(train, season) : null;
  const index = (t: number) => indices?.[t % season] ?? 1;
  const last = (train.at(-1) ?? Number.NaN) / index(train.length - 1);
  return test.map((_, k) => last * index(train.length + k));
}

const naiveError = (y: readonly number[], season: number) =>
  average(y.slice(season).map((value, t) => Math.abs(value - (y[t] ?? Number.NaN))));

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
