import { logisticFit } from "./logistic.ts";
import { z95 } from "./normal.ts";
import { ranked } from "./ranking.ts";
import type { Interval } from "./wilson.ts";

/** What chances came to in a slice of equal size. */
export interface CalibrationSlice {
  readonly n: number;
  /** The mean chance. */
  readonly expected: number;
  readonly won: number;
}

/** Indices of chances from the lowest to the highest, in slices of sizes that differ by one at most. */
export function slicesOf(
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  slices = 10,
): number[][] {
  const order = ranked(chances, outcomes).order.reverse();
  return Array.from({ length: slices }, (_, slice) => {
    const from = Math.floor((slice * order.length) / slices);
    const to = Math.floor(((slice + 1) * order.length) / slices);
    return [...order.subarray(from, to)];
  }).filter((members) => members.length > 0);
}

/** What the chances of each slice came to. */
export function calibrationSlices(
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  slices = 10,
): CalibrationSlice[] {
  return slicesOf(chances, outcomes, slices).map((members) => {
    const sum = (values: ArrayLike<number>) =>
      members.reduce((total, index) => total + (values[index] ?? Number.NaN), 0);
    return { n: members.length, expected: sum(chances) / members.length, won: sum(outcomes) };
  });
}

/** Outcomes regressed on log-odds: chances are `slope` · odds + `intercept`. */
export interface Recalibration {
  readonly intercept: number;
  readonly slope: number;
  readonly slopeInterval: Interval;
}

/**
 * The calibration line of Cox 1958 (Two further applications of a model for binary regression):
 * a slope below 1 tells of chances that are too extreme, above 1 of too timid ones.
 *
 * @param odds log-odds of the chances
 * @param outcomes 1 or 0, or a share between
 * @param weights 0 leaves one out
 */
export function calibrationLine(
  odds: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Recalibration {
  const n = odds.length;
  const trials = Float64Array.from({ length: n }, (_, index) => weights?.[index] ?? 1);
  const successes = trials.map((weight, index) => weight * (outcomes[index] ?? Number.NaN));
  const design = {
    width: 1,
    starts: Uint32Array.from({ length: n + 1 }, (_, index) => index),
    columns: new Uint32Array(n),
    values: Float64Array.from(odds),
  };
  // so weak a prior that only a slope without end notices it
  const fit = logisticFit({ ...design, successes, trials }, { precision: 1e-6 });
  const slope = fit.coefficients[0] ?? Number.NaN;
  const reach = z95 * Math.sqrt(fit.covariance[1]?.[1] ?? Number.NaN);
  return {
    intercept: fit.intercept,
    slope,
    slopeInterval: { lower: slope - reach, upper: slope + reach },
  };
}
