import { type Allocation, allocate, deviationOf } from "./allocation.ts";
import { type Change, emptyChange, propose, undo } from "./proposal.ts";

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

/** A search's steps, and temperatures that fall from the first to the last, in units of energy. */
export interface Cooling {
  readonly steps: number;
  readonly hottest: number;
  readonly coldest: number;
}

/** How the surcharge is adapted, every so many steps. */
const surcharges = { every: 200, first: 0.1, least: 0.001, most: 1, rise: 1.05, fall: 0.96 };

export interface AnnealingOptions {
  /** By rep, what a deviation mustn't exceed; infinite for reps to be brought down. */
  readonly caps: Float64Array;
  readonly ambition: number;
  readonly random: () => number;
}

/** Begins to search from an allocation that holds all limits. */
export function startAnnealing(allocation: Allocation, options: AnnealingOptions): Annealing {
  const { length } = allocation.ground.reps;
  const annealing: Annealing = {
    ...options,
    allocation,
    limits: new Float64Array(length),
    excess: new Float64Array(length),
    unit: 1,
    surcharge: surcharges.first,
    best: Int32Array.from(allocation.holder),
    bestCost: Number.POSITIVE_INFINITY,
    bestMoves: 0,
    change: emptyChange(),
    touched: [],
    before: [],
  };
  keepIfBest(annealing);
  return annealing;
}

/** Runs the steps of a cooling from one up to another. */
export function anneal(annealing: Annealing, cooling: Cooling, from: number, to: number): void {
  const fall = Math.log(cooling.coldest / cooling.hottest) / cooling.steps;
  for (let step = from; step < to; step++) {
    if (step % surcharges.every === 0) adapt(annealing);
    tryChange(annealing, cooling.hottest * Math.exp(fall * step));
  }
}

/** The best allocation found, and none of the search's. */
export const bestOf = ({ allocation, best }: Annealing): Allocation =>
  allocate(allocation.ground, best);

function adapt(annealing: Annealing): void {
  const { moved, ground } = annealing.allocation;
  const factor = moved.length > ground.mostMoves ? surcharges.rise : surcharges.fall;
  const changed = annealing.surcharge * factor;
  annealing.surcharge = Math.min(surcharges.most, Math.max(surcharges.least, changed));
}

/** Tries one change and keeps it by the rule of Metropolis. */
function tryChange(annealing: Annealing, temperature: number): void {
  const { allocation, change, random } = annealing;
  const moves = allocation.moved.length;
  propose(allocation, random, change);
  if (change.count === 0) return;
  touch(annealing, moves !== allocation.moved.length);
  const rise = riseOfExcess(annealing) / annealing.unit + riseOfSurcharge(annealing, moves);
  if (rise <= 0 || random() < Math.exp(-rise / temperature)) {
    keepIfBest(annealing);
  } else {
    restore(annealing);
    undo(allocation, change);
  }
}

/** The reps whose excess a change alters: where moves cost, another number of them alters all. */
function touch({ allocation, change, touched }: Annealing, isOtherCount: boolean): void {
  const { reps, moveCost } = allocation.ground;
  touched.length = 0;
  if (isOtherCount && moveCost > 0) {
    for (let rep = 0; rep < reps.length; rep++) touched.push(rep);
    return;
  }
  for (let index = 0; index < change.count; index++) {
    const [from, to] = [change.from[index] as number, change.to[index] as number];
    if (!touched.includes(from)) touched.push(from);
    if (!touched.includes(to)) touched.push(to);
  }
}

function riseOfExcess(annealing: Annealing): number {
  const { allocation, excess, touched, before } = annealing;
  before.length = 0;
  let rise = 0;
  for (const rep of touched) {
    before.push(allocation.deviations[rep] as number, excess[rep] as number);
    allocation.deviations[rep] = deviationOf(allocation, rep);
    const beyond = excessOf(annealing, rep);
    rise += beyond - (excess[rep] as number);
    excess[rep] = beyond;
  }
  return rise;
}

function restore({ allocation, excess, touched, before }: Annealing): void {
  for (const [index, rep] of touched.entries()) {
    allocation.deviations[rep] = before[index * 2] as number;
    excess[rep] = before[index * 2 + 1] as number;
  }
}

/** More moves than the best has must be paid for by a lower limit: else they win nothing. */
function excessOf({ allocation, caps, limits, bestMoves }: Annealing, rep: number): number {
  const { ground, deviations, moved } = allocation;
  const isCapped = (caps[rep] as number) < Number.POSITIVE_INFINITY;
  const price = isCapped ? 0 : ground.moveCost * (moved.length - bestMoves);
  const beyond = (deviations[rep] as number) - (limits[rep] as number) + price;
  if (beyond <= 0) return 0;
  return beyond * (ground.poolShares[ground.poolOf[rep] as number] as number);
}

function riseOfSurcharge({ allocation, surcharge }: Annealing, moves: number): number {
  const { moved, ground } = allocation;
  const over = (count: number) => Math.max(0, count - ground.mostMoves);
  return surcharge * (over(moved.length) - over(moves));
}

function keepIfBest(annealing: Annealing): void {
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
