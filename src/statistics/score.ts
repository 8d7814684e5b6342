/** How often something happened among how many. */
export interface Counted {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The score of two shares being one, by their pooled variance: a standard normal where they are.
 *
 * @returns 0 where a side has no trials or all trials ended alike
 */
export function scoreOf(one: Counted, other: Counted): number {
  if (one.trials === 0 || other.trials === 0) return 0;
  const pooled = (one.successes + other.successes) / (one.trials + other.trials);
  const variance = pooled * (1 - pooled) * (1 / one.trials + 1 / other.trials);
  if (variance === 0) return 0;
  return (one.successes / one.trials - other.successes / other.trials) / Math.sqrt(variance);
}
