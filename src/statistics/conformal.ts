import { studentQuantile } from "./student.ts";

/** From this many scores on the quantile is taken from the scores themselves. */
const conformalMinimum = 40;

export interface ConformalOptions {
  /** Pseudo-scores of root mean square 1, so that few or no scores give a wide, finite answer. */
  readonly priorCount?: number;
}

/**
 * The factor by which to multiply a unit of spread so that ± it covers a new value with the given
 * probability, from non-negative scores |actual − forecast| / unit.
 *
 * With 40 scores or more: the ⌈(n + 1)·level⌉-th smallest, the finite-sample quantile of split
 * conformal prediction (Lei et al. 2018, Distribution-free predictive inference for regression).
 * With fewer: Student-t on their root mean square, with as many degrees of freedom as scores.
 *
 * @param level 0 < level < 1
 */
export function conformalFactor(
  scores: readonly number[],
  level: number,
  { priorCount = 5 }: ConformalOptions = {},
): number {
  const n = scores.length;
  if (n >= conformalMinimum) {
    const rank = Math.min(n, Math.ceil((n + 1) * level - 1e-9));
    return [...scores].sort((a, b) => a - b)[rank - 1] ?? Number.NaN;
  }
  const squares = scores.reduce((total, score) => total + score * score, 0);
  const scale = Math.sqrt((squares + priorCount) / (n + priorCount));
  return scale * studentQuantile((1 + level) / 2, n + priorCount);
}
