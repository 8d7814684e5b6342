import type { Allocation } from "./allocation.ts";
import type { BalanceMeasure } from "./problem.ts";

/** A rep before and after the moves; loads and positions are fractions. */
export interface RepBalance {
  readonly repId: string;
  readonly pool: string;
  readonly accountsBefore: number;
  readonly accountsAfter: number;
  readonly deviationBefore: number;
  readonly deviationAfter: number;
  /** How much more than the target the rep has, over all measures; below 0 where it is less. */
  readonly positionBefore: number;
  readonly positionAfter: number;
  readonly measures: readonly MeasureBalance[];
}

/** One measure of a rep as a multiple of its target; null where the pool has nothing of it. */
export interface MeasureBalance {
  readonly measure: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** The largest deviation of a rep; 0 without reps. */
export const worstDeviation = ({ deviations }: Allocation): number =>
  deviations.reduce((worst, deviation) => Math.max(worst, deviation), 0);

/**
 * How much more than its target a rep has: over the measures, the weighted mean of
 * load / target − 1.
 */
export function positionOf(
  { ground: { width, targets, slopes }, sums }: Allocation,
  rep: number,
): number {
  let position = 0;
  for (let place = rep * width; place < (rep + 1) * width; place++) {
    const beside = (sums[place] as number) - (targets[place] as number);
    position += beside * (slopes[place] as number);
  }
  return position;
}

/** Every rep by id, with two allocations of the same ground. */
export function repBalances(
  before: Allocation,
  after: Allocation,
  measures: readonly BalanceMeasure[],
): RepBalance[] {
  const [countsBefore, countsAfter] = [accountsOf(before), accountsOf(after)];
  return before.ground.reps.map(({ id, pool }, rep) => ({
    repId: id,
    pool,
    accountsBefore: countsBefore[rep] as number,
    accountsAfter: countsAfter[rep] as number,
    deviationBefore: before.deviations[rep] as number,
    deviationAfter: after.deviations[rep] as number,
    positionBefore: positionOf(before, rep),
    positionAfter: positionOf(after, rep),
    measures: measures.map(({ name }, measure) => ({
      measure: name,
      before: multipleOf(before, rep, measure),
      after: multipleOf(after, rep, measure),
    })),
  }));
}

function accountsOf({ ground, holder }: Allocation): Int32Array {
  const counts = new Int32Array(ground.reps.length);
  for (const rep of holder) counts[rep] = (counts[rep] as number) + 1;
  return counts;
}

function multipleOf({ ground, sums }: Allocation, rep: number, measure: number): number | null {
  const place = rep * ground.width + measure;
  const target = ground.targets[place] as number;
  return target > 0 ? (sums[place] as number) / target : null;
}
