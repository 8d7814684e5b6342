import { uniformStream } from "../statistics/random.ts";
import type { Annealing } from "./aim.ts";
import { type Allocation, allocate, costOf } from "./allocation.ts";
import { anneal, bestOf, startAnnealing } from "./anneal.ts";
import { type Ground, groundOf } from "./ground.ts";
import { type RecommendedMove, recommendedMoves } from "./moves.ts";
import type { BalanceProblem } from "./problem.ts";
import { capWorst, coldest, rounds } from "./round.ts";
import { type RepBalance, repBalances, worstDeviation } from "./standing.ts";
import { withoutIdleMoves } from "./thin.ts";

/** The moves are the same as long as what they are drawn from is, in batch and page. */
export const balanceSeed = 1;
export const usualIterations = 4_000_000;

export interface BalanceOptions {
  readonly seed: number;
  /** Changes tried in all; 4 million take 2 to 4 seconds. */
  readonly iterations: number;
}

/** A balance under way: `advance` takes it on, `result` tells it once it is done. */
export interface Balancing {
  readonly problem: BalanceProblem;
  readonly ground: Ground;
  readonly random: () => number;
  /** Steps of each round. */
  readonly steps: readonly number[];
  round: number;
  step: number;
  best: Allocation;
  caps: Float64Array;
  annealing: Annealing;
}

/** A balance as recommended. Deviations are fractions of a rep's target. */
export interface BalanceResult {
  /** The largest deviation of a rep today, and with the moves. */
  readonly worstBefore: number;
  readonly worstAfter: number;
  /** In an order in which each brings its two reps nearer to balance where it can. */
  readonly moves: readonly RecommendedMove[];
  /** By id. */
  readonly reps: readonly RepBalance[];
}

/**
 * Begins to look for moves of accounts that bring the worst rep nearer to balance. A rep's
 * deviation is, over the measures, the weighted mean of |load − target| / target, where the target
 * is the pool's total times the rep's share of its capacity; the cost to be brought down is the
 * largest deviation of a rep (of several pools their mean by reps) with that of the moves.
 *
 * The same problem, seed and iterations give the same moves, whatever the order of its parts.
 *
 * @throws InputError for a rep without capacity, an account of a rep who isn't there, loads that
 *   are no numbers or below zero, and ids that stand twice
 */
export function startBalance(
  problem: BalanceProblem,
  { seed, iterations }: BalanceOptions,
): Balancing {
  const ground = groundOf(problem);
  const best = allocate(ground, ground.home);
  const caps = new Float64Array(ground.reps.length).fill(Number.POSITIVE_INFINITY);
  const random = uniformStream(seed);
  const [first] = rounds;
  const ambition = first?.ambition ?? 0;
  const annealing = startAnnealing(allocate(ground, ground.home), { caps, ambition, random });
  const steps = rounds.map(({ share }) => Math.round(share * iterations));
  return { problem, ground, random, steps, round: 0, step: 0, best, caps, annealing };
}

/** Tries as many changes as a slice has, up to the end; how much of all is done, 0 to 1. */
export function advance(balancing: Balancing, slice: number): number {
  let left = balancing.ground.movable.length > 0 ? slice : Number.POSITIVE_INFINITY;
  while (left > 0 && balancing.round < rounds.length) {
    const round = rounds[balancing.round] as (typeof rounds)[number];
    const steps = balancing.steps[balancing.round] as number;
    const to = Math.min(steps, balancing.step + left);
    const cooling = { steps, hottest: round.hottest, coldest };
    if (balancing.ground.movable.length > 0)
      anneal(balancing.annealing, cooling, balancing.step, to);
    left -= to - balancing.step;
    balancing.step = to;
    if (to === steps) endRound(balancing);
  }
  return doneOf(balancing);
}

function doneOf({ steps, round, step }: Balancing): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const all = sum(steps);
  return all === 0 ? 1 : (sum(steps.slice(0, round)) + step) / all;
}

/** Keeps the round's best, and begins the next round. */
function endRound(balancing: Balancing): void {
  const { ground, annealing, random } = balancing;
  const found = bestOf(annealing);
  const isOfOthers = rounds[balancing.round]?.of === "others";
  if (isOfOthers || costOf(found) < costOf(balancing.best)) balancing.best = found;
  balancing.round += 1;
  balancing.step = 0;
  const next = rounds[balancing.round];
  if (!next) return;
  if (next.of === "others") balancing.caps = capWorst(balancing.best, balancing.caps);
  const from = next.from === "best" ? balancing.best.holder : ground.home;
  const { caps } = balancing;
  const { ambition } = next;
  balancing.annealing = startAnnealing(allocate(ground, from), { caps, ambition, random });
}

/** The cost of the best found in the rounds that are over. */
export const cost = ({ best }: Balancing): number => costOf(best);

/** The moves found so far, those left out that bring nobody nearer to balance. */
export function result({ ground, problem, best }: Balancing): BalanceResult {
  const before = allocate(ground, ground.home);
  const after = withoutIdleMoves(best);
  return {
    worstBefore: worstDeviation(before),
    worstAfter: worstDeviation(after),
    moves: recommendedMoves(after),
    reps: repBalances(before, after, problem.measures),
  };
}

/**
 * Recommends moves of accounts, as `startBalance` describes them.
 *
 * @param onProgress told after each slice how much is done, 0 to 1
 */
export function balanceTerritories(
  problem: BalanceProblem,
  {
    seed,
    iterations = usualIterations,
    slice = 100_000,
    onProgress = () => {},
  }: {
    readonly seed: number;
    readonly iterations?: number;
    readonly slice?: number;
    readonly onProgress?: (done: number) => void;
  },
): BalanceResult {
  const balancing = startBalance(problem, { seed, iterations });
  let done = 0;
  while (done < 1) {
    done = advance(balancing, slice);
    onProgress(done);
  }
  return result(balancing);
}
