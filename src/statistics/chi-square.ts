import jstat from "jstat";
import type { Counted } from "./score.ts";

const { chisquare } = jstat.jStat;

/** P(X ≥ x) of χ² with so many degrees of freedom, ≥ 1. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  return Math.min(1, Math.max(0, 1 - chisquare.cdf(x, degreesOfFreedom)));
}

/**
 * The p value of all groups having one share: Pearson's χ² of the table of successes and failures
 * (R: prop.test of several groups).
 *
 * @returns 1 for fewer than two groups with trials, and where all trials ended alike
 */
export function homogeneity(groups: readonly Counted[]): number {
  const tried = groups.filter(({ trials }) => trials > 0);
  const successes = tried.reduce((total, group) => total + group.successes, 0);
  const trials = tried.reduce((total, group) => total + group.trials, 0);
  if (tried.length < 2 || successes === 0 || successes === trials) return 1;
  const pooled = successes / trials;
  const distance = tried.reduce(
    (total, group) =>
      total +
      (group.successes - group.trials * pooled) ** 2 / (group.trials * pooled * (1 - pooled)),
    0,
  );
  return chiSquareTail(distance, tried.length - 1);
}
