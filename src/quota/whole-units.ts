/** What a part wants, and between what it may lie; minor units, the bounds whole. */
export interface Wish {
  readonly amount: number;
  readonly lower: number;
  readonly upper: number;
}

interface Part {
  readonly at: number;
  readonly wish: Wish;
  /** The bounds on the lattice of units; of a part that no multiple lies in, its nearest amount. */
  readonly least: number;
  readonly most: number;
  given: number;
}

/**
 * Whole amounts near the wishes, multiples of `unit` wherever bounds allow, which sum to the total
 * exactly: each wish is cut to whole units, what is missing goes out by the largest rest, and what
 * is less than a unit goes to the largest part with room for it.
 *
 * @param total between the sums of the bounds
 */
export function wholeUnits(total: number, wishes: readonly Wish[], unit: number): number[] {
  const parts = wishes.map((wish, at) => partOf(wish, at, unit));
  const left = () => total - parts.reduce((sum, { given }) => sum + given, 0);
  hand(parts, left(), unit);
  fill(parts, left());
  return parts.map(({ given }) => given);
}

function partOf(wish: Wish, at: number, unit: number): Part {
  const least = Math.ceil(wish.lower / unit) * unit;
  const most = Math.floor(wish.upper / unit) * unit;
  const clamp = (amount: number, low: number, high: number) =>
    Math.min(high, Math.max(low, amount));
  if (least > most) {
    const given = clamp(Math.round(wish.amount), wish.lower, wish.upper);
    return { at, wish, least: given, most: given, given };
  }
  const given = clamp(Math.floor(wish.amount / unit) * unit, least, most);
  return { at, wish, least, most, given };
}

/** Gives or takes whole units, first where the wish is missed by most. */
function hand(parts: readonly Part[], amount: number, unit: number): void {
  const sign = amount < 0 ? -1 : 1;
  let units = Math.floor(Math.abs(amount) / unit) + (sign < 0 && amount % unit !== 0 ? 1 : 0);
  const order = [...parts].sort(
    (a, b) => sign * (b.wish.amount - b.given - (a.wish.amount - a.given)) || a.at - b.at,
  );
  for (let moved = 1; units > 0 && moved > 0; ) {
    moved = 0;
    for (const part of order) {
      const next = part.given + sign * unit;
      if (units === 0 || next > part.most || next < part.least) continue;
      part.given = next;
      units -= 1;
      moved += 1;
    }
  }
}

/** What whole units couldn't settle, where there is room for it. */
function fill(parts: readonly Part[], amount: number): void {
  let rest = amount;
  const order = [...parts].sort((a, b) => b.given - a.given || a.at - b.at);
  const room = ({ wish, given }: Part) => (rest > 0 ? wish.upper - given : given - wish.lower);
  const whole = order.find((part) => room(part) >= Math.abs(rest));
  for (const part of whole ? [whole] : order) {
    const given = Math.sign(rest) * Math.min(Math.abs(rest), room(part));
    part.given += given;
    rest -= given;
  }
}
