import { InputError } from "../errors.ts";
import { grouped } from "../statistics/grouped.ts";
import type { BalanceAccount, BalanceProblem, BalanceRep } from "./problem.ts";

/**
 * What a search stands on, by number: accounts and reps in the order of their ids, so that the
 * order of the input doesn't matter.
 */
export interface Ground {
  readonly accounts: readonly BalanceAccount[];
  readonly reps: readonly BalanceRep[];
  /** How many measures there are. */
  readonly width: number;
  /** Accounts × measures in whole parts of the measure's total, so that sums are exact. */
  readonly loads: Float64Array;
  /** Reps × measures, in the same parts. */
  readonly targets: Float64Array;
  /** Reps × measures: what one part beside the target adds to the rep's deviation. */
  readonly slopes: Float64Array;
  /** The rep who has each account at the beginning. */
  readonly home: Int32Array;
  /** Account a may be had by the reps `takers[takerStarts[a]]` up to `takerStarts[a + 1]`. */
  readonly takerStarts: Int32Array;
  readonly takers: Int32Array;
  /** Accounts × reps: 1 where the rep may have the account. */
  readonly mayTake: Uint8Array;
  /** Accounts that more than one rep may have. */
  readonly movable: Int32Array;
  /** The pool of each rep, and the share of all reps who are in each pool. */
  readonly poolOf: Int32Array;
  readonly poolShares: Float64Array;
  readonly mostMoves: number;
  readonly moveCost: number;
}

/** Parts that the total of a measure is counted in: sums stay under 2⁵³. */
const parts = 2 ** 40;

/**
 * Numbers a problem's accounts and reps.
 *
 * @throws InputError for a rep without capacity, an account of a rep who isn't there, a load that
 *   is no number or below zero, and an id that stands twice
 */
export function groundOf({ measures, reps, accounts, limits }: BalanceProblem): Ground {
  const orderedReps = inOrder("rep", reps);
  const orderedAccounts = inOrder("account", accounts);
  const numbers = new Map(orderedReps.map(({ id }, index) => [id, index]));
  for (const rep of orderedReps) checkCapacity(rep);
  for (const account of orderedAccounts) checkAccount(account, measures.length, numbers);
  const pools = [...grouped(orderedReps, ({ pool }) => pool).keys()].sort();
  const poolOf = Int32Array.from(orderedReps, ({ pool }) => pools.indexOf(pool));
  const home = Int32Array.from(orderedAccounts, ({ repId }) => numbers.get(repId) as number);
  const loads = wholeParts(orderedAccounts, measures.length);
  const shared = { reps: orderedReps, poolOf, home, loads, width: measures.length };
  const targets = targetsOf(shared);
  const weights = measures.map(({ weight }) => weight);
  return {
    ...shared,
    ...takersOf(orderedAccounts, shared, numbers),
    accounts: orderedAccounts,
    targets,
    slopes: slopesOf(targets, weights),
    poolShares: sharesOf(poolOf, pools.length),
    mostMoves: limits.mostMoves ?? accounts.length,
    moveCost: limits.moveCost,
  };
}

type Shared = Pick<Ground, "reps" | "poolOf" | "home" | "loads" | "width">;

function inOrder<Item extends { readonly id: string }>(what: string, items: readonly Item[]) {
  const ordered = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = ordered.find(({ id }, index) => id === ordered[index + 1]?.id);
  if (twice === undefined) return ordered;
  throw new InputError(`duplicate ${what}: "${twice.id}"`, { remedy: `Give each ${what} once.` });
}

function checkCapacity({ id, capacity }: BalanceRep): void {
  if (capacity > 0 && Number.isFinite(capacity)) return;
  const remedy = "Give each rep to be balanced a capacity above 0, or leave the rep out.";
  throw new InputError(`invalid capacity: ${capacity} of rep "${id}"`, { remedy });
}

function checkAccount(
  { id, repId, loads }: BalanceAccount,
  width: number,
  numbers: ReadonlyMap<string, number>,
): void {
  if (!numbers.has(repId)) {
    const remedy = "Give the balance the rep who has the account, or leave the account out.";
    throw new InputError(`unknown rep: "${repId}" of account "${id}"`, { remedy });
  }
  if (loads.length === width && loads.every((load) => load >= 0 && Number.isFinite(load))) return;
  const remedy = `Give each account ${width} numbers that aren't below zero.`;
  throw new InputError(`invalid loads: ${loads.join(", ")} of account "${id}"`, { remedy });
}

function wholeParts(accounts: readonly BalanceAccount[], width: number): Float64Array {
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

/** A pool's total of each measure, shared out by capacity. */
function targetsOf({ reps, poolOf, home, loads, width }: Shared): Float64Array {
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
function slopesOf(targets: Float64Array, weights: readonly number[]): Float64Array {
  const width = weights.length;
  return targets.map((target, place) => {
    if (target === 0) return 0;
    const first = place - (place % width);
    const counted = weights.filter((_, measure) => (targets[first + measure] as number) > 0);
    const weight = weights[place % width] as number;
    return weight / counted.reduce((sum, other) => sum + other, 0) / target;
  });
}

function takersOf(
  accounts: readonly BalanceAccount[],
  { reps, poolOf, home }: Shared,
  numbers: ReadonlyMap<string, number>,
) {
  const mayTake = new Uint8Array(accounts.length * reps.length);
  const takers: number[] = [];
  const takerStarts = new Int32Array(accounts.length + 1);
  const members = grouped([...poolOf.keys()], (rep) => poolOf[rep] as number);
  for (const [account, { isKept, takers: named }] of accounts.entries()) {
    const own = home[account] as number;
    const pool = poolOf[own] as number;
    const open = named?.map((id) => numbers.get(id) ?? own) ?? members.get(pool) ?? [];
    const within = open.filter((rep) => poolOf[rep] === pool);
    const allowed = [...new Set([own, ...(isKept ? [] : within)])].sort((a, b) => a - b);
    for (const rep of allowed) mayTake[account * reps.length + rep] = 1;
    takers.push(...allowed);
    takerStarts[account + 1] = takers.length;
  }
  const movable = [...accounts.keys()].filter(
    (account) => (takerStarts[account + 1] as number) - (takerStarts[account] as number) > 1,
  );
  return {
    mayTake,
    takerStarts,
    takers: Int32Array.from(takers),
    movable: Int32Array.from(movable),
  };
}

function sharesOf(poolOf: Int32Array, count: number): Float64Array {
  const shares = new Float64Array(count);
  for (const pool of poolOf) shares[pool] = (shares[pool] as number) + 1 / poolOf.length;
  return shares;
}
