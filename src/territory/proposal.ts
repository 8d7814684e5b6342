import { type Allocation, give } from "./allocation.ts";

/** Up to two accounts that changed hands together, in the order in which they did. */
export interface Change {
  count: number;
  readonly accounts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A change without accounts, to be filled again and again. */
export const emptyChange = (): Change => ({
  count: 0,
  accounts: new Int32Array(2),
  from: new Int32Array(2),
  to: new Int32Array(2),
});

type Uniform = () => number;

/** How often each kind of change is drawn, added up; the rest takes a move back. */
const odds = {
  giveAway: 0.12,
  attract: 0.22,
  swap: 0.48,
  chain: 0.62,
  replace: 0.78,
  exchange: 0.94,
} as const;

/**
 * Draws a change about a rep who is likely far from balance, and makes it: an account given away
 * or taken, two swapped, a chain over three reps, a move taken back, alone, for any other, or for
 * another one between its two reps: where moves are few, which ones is what is left to find.
 *
 * @param change filled with what was done; without accounts where the draw came to nothing
 */
export function propose(allocation: Allocation, random: Uniform, change: Change): void {
  change.count = 0;
  const kind = random();
  const focus = worseOfTwo(allocation, random);
  if (kind < odds.giveAway) giveAway(allocation, random, focus, change);
  else if (kind < odds.attract) attract(allocation, random, focus, change);
  else if (kind < odds.chain) pass(allocation, random, focus, change, kind < odds.swap);
  else if (kind < odds.replace) replace(allocation, random, change);
  else {
    takeBack(allocation, random, change);
    if (kind < odds.exchange) giveAway(allocation, random, focus, change);
  }
}

/** Undoes what a change did. */
export function undo(allocation: Allocation, { count, accounts, from }: Change): void {
  for (let index = count - 1; index >= 0; index--) {
    give(allocation, accounts[index] as number, from[index] as number);
  }
}

const below = (random: Uniform, count: number) => Math.floor(random() * count);

function worseOfTwo({ deviations }: Allocation, random: Uniform): number {
  const one = below(random, deviations.length);
  const other = below(random, deviations.length);
  return (deviations[one] as number) >= (deviations[other] as number) ? one : other;
}

function make(allocation: Allocation, change: Change, account: number, to: number): void {
  change.accounts[change.count] = account;
  change.from[change.count] = allocation.holder[account] as number;
  change.to[change.count] = to;
  change.count += 1;
  give(allocation, account, to);
}

/** An account of the rep's that may move; −1 where there is none. */
function memberOf({ members }: Allocation, random: Uniform, rep: number): number {
  const own = members[rep] as number[];
  return own.length === 0 ? -1 : (own[below(random, own.length)] as number);
}

/** A rep who may have the account and doesn't; −1 where the one who does is drawn. */
function takerOf({ ground, holder }: Allocation, random: Uniform, account: number): number {
  const start = ground.takerStarts[account] as number;
  const count = (ground.takerStarts[account + 1] as number) - start;
  const drawn = ground.takers[start + below(random, count)] as number;
  return drawn === holder[account] ? -1 : drawn;
}

const mayTake = ({ ground }: Allocation, account: number, rep: number) =>
  ground.mayTake[account * ground.reps.length + rep] === 1;

function giveAway(allocation: Allocation, random: Uniform, focus: number, change: Change): void {
  const account = memberOf(allocation, random, focus);
  if (account < 0) return;
  const to = takerOf(allocation, random, account);
  if (to >= 0) make(allocation, change, account, to);
}

function attract(allocation: Allocation, random: Uniform, focus: number, change: Change): void {
  const { movable } = allocation.ground;
  const account = movable[below(random, movable.length)] as number;
  if (allocation.holder[account] !== focus && mayTake(allocation, account, focus)) {
    make(allocation, change, account, focus);
  }
}

/** An account to a second rep, and one of the second's back, or on to whoever may have it. */
function pass(
  allocation: Allocation,
  random: Uniform,
  focus: number,
  change: Change,
  isSwap: boolean,
): void {
  const account = memberOf(allocation, random, focus);
  if (account < 0) return;
  const second = takerOf(allocation, random, account);
  if (second < 0) return;
  const other = memberOf(allocation, random, second);
  if (other < 0) return;
  const third = isSwap ? focus : takerOf(allocation, random, other);
  if (third < 0 || !mayTake(allocation, other, third)) return;
  make(allocation, change, account, second);
  make(allocation, change, other, third);
}

/** Another account of the rep who had a moved one first, in its place. */
function replace(allocation: Allocation, random: Uniform, change: Change): void {
  const { moved, ground, holder } = allocation;
  if (moved.length === 0) return;
  const account = moved[below(random, moved.length)] as number;
  const [first, to] = [ground.home[account] as number, holder[account] as number];
  const other = memberOf(allocation, random, first);
  if (other < 0 || !mayTake(allocation, other, to)) return;
  make(allocation, change, account, first);
  make(allocation, change, other, to);
}

function takeBack(allocation: Allocation, random: Uniform, change: Change): void {
  const { moved, ground } = allocation;
  if (moved.length === 0) return;
  const account = moved[below(random, moved.length)] as number;
  make(allocation, change, account, ground.home[account] as number);
}
