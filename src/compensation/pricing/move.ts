import type Fraction from "fraction.js";
import type { Credit } from "../credit/credit.ts";
import { isZero, roundHalfAway, shareOut } from "../exact.ts";
import type { Tariff } from "../rate/tariff.ts";
import type { Book } from "./book.ts";
import { lumpOf } from "./lump.ts";
import { tierReached } from "./parts.ts";
import { type Credited, enter, type Reach, type Stock } from "./run.ts";

/**
 * What a move makes of amounts that were priced before it, to be told after the credit's own lines; `own`
 * is what these come to, null of what is taken back.
 */
export type Reprice = (credit: Credit, book: Book, own: Credited | null) => void;

/** Moves a run by some credit; what stood before is repriced where that reaches another tier. */
export function move({ run, reach }: Stock, room: Fraction): Reprice[] {
  const before = run.position;
  run.position = before.add(room);
  const lumps = run.tariff.zones.flatMap((zone) => lumpOf(run, zone, before) ?? []);
  return [...reachTier(reach, run.tariff, room), ...lumps];
}

function reachTier(reach: Reach, { reached }: Tariff, room: Fraction): Reprice[] {
  if (reached.length === 0) return [];
  reach.position = reach.position.add(room);
  const from = reach.index;
  reach.index = tierReached(reached, reach.position);
  const to = reach.index;
  if (from === to) return [];
  return [...reach.stocks.values()].flatMap((stock) => {
    const { amount } = stock;
    return isZero(amount)
      ? []
      : [(credit, book) => repriceStock({ stock, amount, from, to }, credit, book)];
  });
}

/** What was priced at one tier's rate, at another's. */
interface Repriced {
  readonly stock: Stock;
  /** What was in it before the credit that reaches the other tier. */
  readonly amount: Fraction;
  readonly from: number;
  readonly to: number;
}

function repriceStock({ stock, amount, from, to }: Repriced, credit: Credit, book: Book): void {
  const { run } = stock;
  const [left, reached] = [run.tariff.reached[from], run.tariff.reached[to]];
  if (!left || !reached) throw new Error("a tier that the tariff hasn't");
  const rate = reached.rate.sub(left.rate);
  const amountCents = enter(run, amount.mul(rate));
  book.add(run, credit, {
    cause: to > from ? "reached_tier" : "fell_below_tier",
    baseCents: roundHalfAway(amount),
    tier: reached.tier,
    rate,
    amountCents,
  });
  attribute(stock, amountCents, credit, book);
}

/** Adds to each earlier credit its part of what was repriced, so that it can be taken back whole. */
function attribute(stock: Stock, cents: number, at: Credit, book: Book): void {
  const isRecomputed = book.component.reversal.returns === "recompute";
  const history = stock.run.history.filter((one) => one.stock === stock);
  if (cents === 0 || isRecomputed || history.length === 0) return;
  const parts = shareOut(
    cents,
    history.map(({ stocked, share }) => stocked.mul(share)),
  );
  for (const [index, one] of history.entries()) {
    const part = parts[index] ?? 0;
    one.cents += part;
    if (part !== 0) book.attribute(stock.run, one.entry.credit, part, at, 0);
  }
}
