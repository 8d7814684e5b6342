import type { DealWeeks } from "./weeks.ts";

/** One hazard of winning and one of losing a working day, for lack of deals that ended. */
export interface PooledHazards {
  readonly name: "pooled";
  readonly wonPerDay: number;
  readonly lostPerDay: number;
}

/**
 * What is believed before any deal has ended: of four that were open for thirteen weeks each one was
 * won. It counts as much as four deals.
 */
const prior = { won: 1, lost: 3, days: 4 * 65 };

/** Ends over working days at risk, with the prior's (a gamma prior of each rate). */
export function pooledHazards({ won, lost, weight, step }: DealWeeks): PooledHazards {
  const days = step.reduce(
    (total, { exposure }, row) => total + exposure * (weight[row] ?? Number.NaN),
    0,
  );
  const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0);
  return {
    name: "pooled",
    wonPerDay: (sum(won) + prior.won) / (days + prior.days),
    lostPerDay: (sum(lost) + prior.lost) / (days + prior.days),
  };
}
