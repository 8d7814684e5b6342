import type { BalanceAccount, BalanceRep } from "./problem.ts";

/** Parts that the total of a measure is counted in: sums stay under 2⁵³. */
const parts = 2 ** 40;

/** What each account counts on each measure: accounts × measures in whole parts of the total. */
export function wholeParts(accounts: readonly BalanceAccount[], width: number): Float64Array {
  const whole = new Float64Array(accounts.length * width);
  for (let measure = 0; measure < width; measure++) {
    const values = accounts.map(({ loads }) => loads[measure] as number);
    const total = values.reduce((sum, value) => sum + value, 0);
    for (const [account, value] of values.entries()) {
      whole[account * width + measure] = total > 0 ? Math.round((value / total) * parts) : 0;
    }
  }
  return whole;
}

/** Accounts and reps by number; as a ground has them. */
interface Numbered {
  readonly reps: readonly BalanceRep[];
  readonly poolOf: Int32Array;
  readonly home: Int32Array;
  readonly loads: Float64Array;
  readonly width: number;
}

/** A pool's total of each measure, shared out by capacity. */
export function targetsOf({ reps, poolOf, home, loads, width }: Numbered): Float64Array {
  const pools = Math.max(0, ...poolOf) + 1;
  const totals = new Float64Array(pools * width);
  for (const [account, rep] of home.entries()) {
    for (let measure = 0; measure < width; measure++) {
      const place = (poolOf[rep] as number) * width + measure;
      totals[place] = (totals[place] as number) + (loads[account * width + measure] as number);
    }
  }
  const capacities = new Float64Array(pools);
  for (const [rep, { capacity }] of reps.entries()) {
    const pool = poolOf[rep] as number;
    capacities[pool] = (capacities[pool] as number) + capacity;
  }
  const targets = new Float64Array(reps.length * width);
  for (const [rep, { capacity }] of reps.entries()) {
    const pool = poolOf[rep] as number;
    const share = capacity / (capacities[pool] as number);
    for (let measure = 0; measure < width; measure++) {
      targets[rep * width + measure] = share * (totals[pool * width + measure] as number);
    }
  }
  return targets;
}

/** A measure that a pool has nothing of leaves its weight to the others. */
export function slopesOf(targets: Float64Array, weights: readonly number[]): Float64Array {
  const width = weights.length;
  return targets.map((target, place) => {
    if (target === 0) return 0;
    const first = place - (place % width);
    const counted = weights.filter((_, measure) => (targets[first + measure] as number) > 0);
    const weight = weights[place % width] as number;
    return weight / counted.reduce((sum, other) => sum + other, 0) / target;
  });
}
