import { isotonic } from "./isotonic.ts";
import { ranked } from "./ranking.ts";

/**
 * Isotonic calibration (Zadrozny & Elkan 2002, Transforming classifier scores into accurate
 * multiclass probability estimates): the rising step function of log-odds closest to the outcomes,
 * straight between the steps, and never surer than one more of either outcome would allow.
 *
 * @returns the chance that log-odds stand for
 */
export function isotonicChance(
  odds: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): (odds: number) => number {
  const order = [...ranked(odds, outcomes).order].reverse();
  const at = order.map((index) => odds[index] ?? Number.NaN);
  const fitted = isotonic(
    order.map((index) => outcomes[index] ?? Number.NaN),
    order.map(() => 1),
  );
  const bound = 1 / (at.length + 2);
  const held = fitted.map((chance) => Math.min(1 - bound, Math.max(bound, chance)));
  return (value) => between(at, held, value);
}

/** Straight between neighbours, level beyond the ends. */
function between(at: readonly number[], chances: readonly number[], value: number): number {
  const above = firstAbove(at, value);
  const [low, high] = [chances[above - 1], chances[above]];
  if (low === undefined || high === undefined) return low ?? high ?? Number.NaN;
  const [from, to] = [at[above - 1] ?? Number.NaN, at[above] ?? Number.NaN];
  return low + ((high - low) * (value - from)) / (to - from);
}

/** The index of the first sorted value above one. */
export function firstAbove(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.NaN) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
