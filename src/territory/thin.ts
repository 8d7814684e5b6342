import { type Allocation, allocate, deviationOf, give } from "./allocation.ts";

/**
 * The allocation without moves that bring nobody nearer to balance: an account goes back to its
 * first rep where neither of the two is then further from balance than the worse of them was.
 */
export function withoutIdleMoves(allocation: Allocation): Allocation {
  const { ground, holder } = allocation;
  const thinned = allocate(ground, holder);
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const account of [...thinned.moved].sort((a, b) => a - b)) {
      if (takeBack(thinned, account)) isChanged = true;
    }
  }
  return thinned;
}

function takeBack(allocation: Allocation, account: number): boolean {
  const { ground, holder, deviations } = allocation;
  const [from, first] = [holder[account] as number, ground.home[account] as number];
  const worst = Math.max(deviations[from] as number, deviations[first] as number);
  give(allocation, account, first);
  const after = [deviationOf(allocation, from), deviationOf(allocation, first)] as const;
  if (Math.max(...after) > worst) {
    give(allocation, account, from);
    return false;
  }
  [deviations[from], deviations[first]] = after;
  return true;
}
