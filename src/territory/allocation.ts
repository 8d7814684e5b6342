import type { Ground } from "./ground.ts";

/** Who has which account while a search runs, and how far each rep is from balance. */
export interface Allocation {
  readonly ground: Ground;
  /** The rep of each account. */
  readonly holder: Int32Array;
  /** Reps × measures, what a rep's accounts add up to. */
  readonly sums: Float64Array;
  readonly deviations: Float64Array;
  /** Each rep's accounts that may move, and where an account stands among its rep's. */
  readonly members: readonly number[][];
  readonly placeOf: Int32Array;
  /** Accounts that aren't with their first rep, and where an account stands among them. */
  readonly moved: number[];
  readonly placeMoved: Int32Array;
}

/** The allocation that gives each account to the rep named, by number. */
export function allocate(ground: Ground, holder: Int32Array): Allocation {
  const { reps, accounts, width, home } = ground;
  const allocation: Allocation = {
    ground,
    holder: Int32Array.from(home),
    sums: new Float64Array(reps.length * width),
    deviations: new Float64Array(reps.length),
    members: reps.map(() => []),
    placeOf: new Int32Array(accounts.length),
    moved: [],
    placeMoved: new Int32Array(accounts.length),
  };
  for (const [account, rep] of home.entries()) addLoads(allocation, account, rep, 1);
  for (const account of ground.movable) {
    const own = allocation.members[home[account] as number] as number[];
    allocation.placeOf[account] = own.push(account) - 1;
  }
  for (const [account, rep] of holder.entries()) give(allocation, account, rep);
  for (let rep = 0; rep < reps.length; rep++) {
    allocation.deviations[rep] = deviationOf(allocation, rep);
  }
  return allocation;
}

/** Gives an account to a rep; the deviations of both are left as they were. */
export function give(allocation: Allocation, account: number, to: number): void {
  const { ground, holder, moved, placeMoved, members, placeOf } = allocation;
  const from = holder[account] as number;
  if (from === to) return;
  addLoads(allocation, account, from, -1);
  addLoads(allocation, account, to, 1);
  take(members[from] as number[], placeOf, account);
  placeOf[account] = (members[to] as number[]).push(account) - 1;
  const first = ground.home[account];
  if (to === first) take(moved, placeMoved, account);
  else if (from === first) placeMoved[account] = moved.push(account) - 1;
  holder[account] = to;
}

/** Takes an account from a list in which order doesn't count: the last takes its place. */
function take(list: number[], places: Int32Array, account: number): void {
  const last = list.pop() as number;
  if (last === account) return;
  const place = places[account] as number;
  list[place] = last;
  places[last] = place;
}

function addLoads(
  { ground: { loads, width }, sums }: Allocation,
  account: number,
  rep: number,
  sign: 1 | -1,
): void {
  for (let measure = 0; measure < width; measure++) {
    const place = rep * width + measure;
    const load = loads[account * width + measure] as number;
    sums[place] = (sums[place] as number) + sign * load;
  }
}

/**
 * A rep's deviation from balance: over the measures, the weighted mean of |load − target| / target.
 */
export function deviationOf(
  { ground: { width, targets, slopes }, sums }: Allocation,
  rep: number,
): number {
  let deviation = 0;
  for (let place = rep * width; place < (rep + 1) * width; place++) {
    const beside = Math.abs((sums[place] as number) - (targets[place] as number));
    deviation += beside * (slopes[place] as number);
  }
  return deviation;
}

/** The largest deviation of each pool's reps. */
function worstOf({ ground, deviations }: Allocation): Float64Array {
  const worst = new Float64Array(ground.poolShares.length);
  for (const [rep, deviation] of deviations.entries()) {
    const pool = ground.poolOf[rep] as number;
    if (deviation > (worst[pool] as number)) worst[pool] = deviation;
  }
  return worst;
}

/** What a search brings down: the worst deviation, of several pools their mean by reps, and moves. */
export function costOf(allocation: Allocation): number {
  const { poolShares, moveCost } = allocation.ground;
  const worst = worstOf(allocation).reduce(
    (sum, deviation, pool) => sum + deviation * (poolShares[pool] as number),
    0,
  );
  return worst + moveCost * allocation.moved.length;
}
