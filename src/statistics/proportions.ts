import { twoSidedProbability } from "./normal.ts";
import { type Counted, scoreOf } from "./score.ts";

/**
 * The p value of two shares being one: the score test with pooled variance, the same as Pearson's
 * χ² of the two-by-two table without continuity correction (R: prop.test(correct = FALSE)).
 *
 * @returns 1 where a side has no trials or all trials ended alike
 */
export const twoProportions = (one: Counted, other: Counted): number =>
  twoSidedProbability(scoreOf(one, other));
