import { type Annealing, excessOf, keepIfBest } from "./aim.ts";
import { type Allocation, allocate, deviationOf } from "./allocation.ts";
import { emptyChange, propose, undo } from "./proposal.ts";

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

function riseOfSurcharge({ allocation, surcharge }: Annealing, moves: number): number {
  const { moved, ground } = allocation;
  const over = (count: number) => Math.max(0, count - ground.mostMoves);
  return surcharge * (over(moved.length) - over(moves));
}
