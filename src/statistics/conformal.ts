import { studentProbability, studentQuantile } from "./student.ts";

/** From this many scores on the quantile is taken from the scores themselves. */
const conformalMinimum = 40;

export interface ConformalOptions {
  /** Pseudo-scores of root mean square 1, so that few or no scores give a wide, finite answer. */
  readonly priorCount?: number;
}

/** How far a unit of spread must reach to cover, and how much what reaches so far covers. */
export interface ConformalScale {
  /** The factor by which to multiply a unit so that ± it covers with a probability, 0 < level < 1. */
  readonly factor: (level: number) => number;
  /** The probability with which ± a factor, not negative, covers: the inverse of `factor`. */
  readonly level: (factor: number) => number;
}

/**
 * Covers a new value from non-negative scores |actual − forecast| / unit.
 *
 * With 40 scores or more: the ⌈(n + 1)·level⌉-th smallest, the finite-sample quantile of split
 * conformal prediction (Lei et al. 2018, Distribution-free predictive inference for regression); the
 * level of a factor between two scores lies between theirs. Beyond all n it is that of the first of
 * the largest: n/(n + 1), and less where several are as large, as scores that were cut off there are.
 * With fewer: Student-t on their root mean square, with as many degrees of freedom as scores.
 */
export function conformalScale(
  scores: readonly number[],
  { priorCount = 5 }: ConformalOptions = {},
): ConformalScale {
  const n = scores.length;
  return n >= conformalMinimum
    ? orderedScale(Float64Array.from(scores).sort())
    : studentScale(scores, priorCount);
}

/** The factor of one level alone. */
export const conformalFactor = (
  scores: readonly number[],
  level: number,
  options?: ConformalOptions,
): number => conformalScale(scores, options).factor(level);

function orderedScale(ordered: Float64Array): ConformalScale {
  const n = ordered.length;
  const at = (rank: number) => (rank === 0 ? 0 : (ordered[rank - 1] ?? Number.NaN));
  return {
    factor: (level) => at(Math.min(n, Math.ceil((n + 1) * level - 1e-9))),
    level: (factor) => {
      if (factor <= 0) return 0;
      const rank = countBelow(ordered, factor);
      if (rank === n) return (countBelow(ordered, at(n)) + 1) / (n + 1);
      const [lower, upper] = [at(rank), at(rank + 1)];
      return (rank + (factor - lower) / (upper - lower)) / (n + 1);
    },
  };
}

function studentScale(scores: readonly number[], priorCount: number): ConformalScale {
  const degrees = scores.length + priorCount;
  const squares = scores.reduce((total, score) => total + score * score, 0);
  const scale = Math.sqrt((squares + priorCount) / degrees);
  return {
    factor: (level) => scale * studentQuantile((1 + level) / 2, degrees),
    level: (factor) => 2 * studentProbability(factor / scale, degrees) - 1,
  };
}

/** How many of ascending values are smaller than a limit. */
function countBelow(ordered: Float64Array, limit: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? Number.NaN) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
