import type { Allocation } from "./allocation.ts";
import type { Change } from "./proposal.ts";

/**
 * A search under way. It wanders to where less of the reps' deviation is beyond a limit, which
 * stands a little below the best found so far; how far reps are within it doesn't matter, so that
 * moves go to where they are needed. Moves beyond those allowed cost more the longer there are
 * such moves (simulated annealing, Kirkpatrick et al. 1983, with the strategic oscillation of
 * Glover 1989 about the number of moves).
 */
export interface Annealing {
  readonly allocation: Allocation;
  readonly random: () => number;
  /** How far below the best found the limits are set, as a share of it. */
  readonly ambition: number;
  /** By rep, what a deviation mustn't exceed; infinite for reps to be brought down. */
  readonly caps: Float64Array;
  /** By rep, up to where a deviation costs nothing, at as many moves as the best has. */
  readonly limits: Float64Array;
  /** By rep, what its deviation costs beyond the limit. */
  readonly excess: Float64Array;
  /** The deviation that energy is counted in: the mean of the pools' worst. */
  unit: number;
  /** Energy of a move beyond those allowed. */
  surcharge: number;
  readonly best: Int32Array;
  bestCost: number;
  bestMoves: number;
  readonly change: Change;
  readonly touched: number[];
  readonly before: number[];
}

/** Where the allocation is the best so far it is kept, and the search aims a little below it. */
export function keepIfBest(annealing: Annealing): void {
  const { allocation, caps, best } = annealing;
  const { ground, moved, holder } = allocation;
  if (moved.length > ground.mostMoves) return;
  const worst = worstUncapped(allocation, caps);
  if (worst === null) return;
  const mean = meanOverPools(worst, ground.poolShares);
  const cost = mean + ground.moveCost * moved.length;
  if (cost >= annealing.bestCost) return;
  best.set(holder);
  annealing.bestCost = cost;
  annealing.bestMoves = moved.length;
  annealing.unit = mean > 0 ? mean : 1;
  aim(annealing, worst);
}

/** The worst deviation of each pool's reps who have no cap; null where a cap is exceeded. */
function worstUncapped(
  { ground, deviations }: Allocation,
  caps: Float64Array,
): Float64Array | null {
  const worst = new Float64Array(ground.poolShares.length);
  for (let rep = 0; rep < deviations.length; rep++) {
    const deviation = deviations[rep] as number;
    const cap = caps[rep] as number;
    if (deviation > cap) return null;
    const pool = ground.poolOf[rep] as number;
    if (cap === Number.POSITIVE_INFINITY && deviation > (worst[pool] as number)) {
      worst[pool] = deviation;
    }
  }
  return worst;
}

function meanOverPools(values: Float64Array, shares: Float64Array): number {
  return values.reduce((sum, value, pool) => sum + value * (shares[pool] as number), 0);
}

/** Sets the limits a little below the best, and counts what is beyond them anew. */
function aim(annealing: Annealing, worst: Float64Array): void {
  const { caps, limits, excess, allocation, ambition } = annealing;
  const { poolOf } = allocation.ground;
  for (const [rep, cap] of caps.entries()) {
    const aimed = (worst[poolOf[rep] as number] as number) * (1 - ambition);
    limits[rep] = cap < Number.POSITIVE_INFINITY ? cap : aimed;
    excess[rep] = excessOf(annealing, rep);
  }
}

/**
 * What a rep's deviation costs beyond its limit. More moves than the best has must be paid for by a
 * lower limit: else they win nothing.
 */
export function excessOf({ allocation, caps, limits, bestMoves }: Annealing, rep: number): number {
  const { ground, deviations, moved } = allocation;
  const isCapped = (caps[rep] as number) < Number.POSITIVE_INFINITY;
  const price = isCapped ? 0 : ground.moveCost * (moved.length - bestMoves);
  const beyond = (deviations[rep] as number) - (limits[rep] as number) + price;
  if (beyond <= 0) return 0;
  return beyond * (ground.poolShares[ground.poolOf[rep] as number] as number);
}
