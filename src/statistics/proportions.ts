import { twoSidedProbability } from "./normal.ts";

/** How often something happened among how many. */
export interface Counted {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The p value of two shares being one: the score test with pooled variance, the same as Pearson's
 * χ² of the two-by-two table without continuity correction (R: prop.test(correct = FALSE)).
 *
 * @returns 1 where a side has no trials or all trials ended alike
 */
export function twoProportions(one: Counted, other: Counted): number {
  if (one.trials === 0 || other.trials === 0) return 1;
  const pooled = (one.successes + other.successes) / (one.trials + other.trials);
  const variance = pooled * (1 - pooled) * (1 / one.trials + 1 / other.trials);
  if (variance === 0) return 1;
  const difference = one.successes / one.trials - other.successes / other.trials;
  return twoSidedProbability(difference / Math.sqrt(variance));
}
