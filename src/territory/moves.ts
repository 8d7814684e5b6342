import { type Allocation, allocate, deviationOf, give } from "./allocation.ts";
import { reason } from "./reason.ts";
import { positionOf } from "./standing.ts";

/** An account that should change hands. */
export interface RecommendedMove {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  /** What it does to its two reps, the moves before it made. */
  readonly reason: string;
}

/**
 * The moves that lead from today to an allocation, one after another: the next is the one that
 * brings its two reps nearest to balance.
 */
export function recommendedMoves(after: Allocation): RecommendedMove[] {
  const { ground } = after;
  const now = allocate(ground, ground.home);
  const left = new Set([...after.moved].sort((a, b) => a - b));
  const moves: RecommendedMove[] = [];
  while (left.size > 0) {
    const account = nextOf(now, after, left);
    left.delete(account);
    moves.push(made(now, account, after.holder[account] as number));
  }
  return moves;
}

function nextOf(now: Allocation, after: Allocation, left: ReadonlySet<number>): number {
  let next = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const account of left) {
    const rise = riseBy(now, account, after.holder[account] as number);
    if (rise < least) [next, least] = [account, rise];
  }
  return next;
}

/** By how much a move raises the deviations of its two reps together. */
function riseBy(now: Allocation, account: number, to: number): number {
  const from = now.holder[account] as number;
  give(now, account, to);
  const after = deviationOf(now, from) + deviationOf(now, to);
  give(now, account, from);
  return after - (now.deviations[from] as number) - (now.deviations[to] as number);
}

function made(now: Allocation, account: number, to: number): RecommendedMove {
  const { accounts, reps } = now.ground;
  const from = now.holder[account] as number;
  const before = [positionOf(now, from), positionOf(now, to)] as const;
  give(now, account, to);
  for (const rep of [from, to]) now.deviations[rep] = deviationOf(now, rep);
  const [giver, taker] = [reps[from], reps[to]];
  return {
    accountId: accounts[account]?.id ?? "",
    from: giver?.id ?? "",
    to: taker?.id ?? "",
    reason: reason(
      { name: giver?.name ?? "", before: before[0], after: positionOf(now, from) },
      { name: taker?.name ?? "", before: before[1], after: positionOf(now, to) },
    ),
  };
}
