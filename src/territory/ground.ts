import { grouped } from "../statistics/grouped.ts";
import { checkAccount, checkCapacity, inOrder } from "./numbered.ts";
import type { BalanceAccount, BalanceProblem, BalanceRep } from "./problem.ts";
import { takersOf } from "./takers.ts";
import { slopesOf, targetsOf, wholeParts } from "./targets.ts";

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

function sharesOf(poolOf: Int32Array, count: number): Float64Array {
  const shares = new Float64Array(count);
  for (const pool of poolOf) shares[pool] = (shares[pool] as number) + 1 / poolOf.length;
  return shares;
}
