import { grouped } from "../statistics/grouped.ts";
import type { BalanceAccount, BalanceRep } from "./problem.ts";

/** Who may have which account: anybody of its pool, unless it is kept or names its takers. */
export function takersOf(
  accounts: readonly BalanceAccount[],
  {
    reps,
    poolOf,
    home,
  }: {
    readonly reps: readonly BalanceRep[];
    readonly poolOf: Int32Array;
    readonly home: Int32Array;
  },
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
