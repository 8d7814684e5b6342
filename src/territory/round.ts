import type { Allocation } from "./allocation.ts";

/** One search of several that a balance is made of. */
export interface Round {
  /** Of all iterations. */
  readonly share: number;
  /** Temperature at the beginning, in units of energy. */
  readonly hottest: number;
  /** How far below the best found the search aims: far, it changes more at a time. */
  readonly ambition: number;
  /** From how accounts stand today, or from the best found. */
  readonly from: "today" | "best";
  /** Which reps are brought down: all, or those who aren't the worst of their pool. */
  readonly of: "all" | "others";
}

/**
 * Searches from today that differ in how far they range, one about the best of them, then two for
 * reps of whom the worst say nothing: where one rep can't be brought down, the others still shall
 * be.
 */
export const rounds: readonly Round[] = [
  { share: 0.3, hottest: 0.3, ambition: 0.03, from: "today", of: "all" },
  { share: 0.25, hottest: 0.3, ambition: 0.12, from: "today", of: "all" },
  { share: 0.15, hottest: 0.1, ambition: 0.06, from: "today", of: "all" },
  { share: 0.15, hottest: 0.1, ambition: 0.03, from: "best", of: "all" },
  { share: 0.075, hottest: 0.1, ambition: 0.03, from: "best", of: "others" },
  { share: 0.075, hottest: 0.1, ambition: 0.03, from: "best", of: "others" },
];

export const coldest = 0.003;

/** How near to its pool's worst a rep is counted as one of the worst. */
const nearness = 0.97;

/**
 * What each rep's deviation mustn't exceed: nothing bounds the reps to be brought down. The worst
 * of each pool keep the deviation that they have, and so do those who were the worst before.
 *
 * @param earlier the caps of the round before, changed by this one
 */
export function capWorst({ ground, deviations }: Allocation, earlier: Float64Array): Float64Array {
  const isFree = (rep: number) => (earlier[rep] as number) === Number.POSITIVE_INFINITY;
  const worst = new Float64Array(ground.poolShares.length);
  for (const [rep, deviation] of deviations.entries()) {
    const pool = ground.poolOf[rep] as number;
    if (isFree(rep)) worst[pool] = Math.max(worst[pool] as number, deviation);
  }
  return earlier.map((cap, rep) => {
    const deviation = deviations[rep] as number;
    const isWorst = deviation >= nearness * (worst[ground.poolOf[rep] as number] as number);
    return isFree(rep) && isWorst ? deviation : cap;
  });
}
