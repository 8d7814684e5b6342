import Fraction from "fraction.js";
import { meets } from "../credit/conditions.ts";
import { type Credit, dealOf, type Measured } from "../credit/credit.ts";
import { isZero, one, roundHalfAway, zero } from "../exact.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { ReachedTier, Zone } from "../rate/tariff.ts";
import type { Book } from "./book.ts";
import { move } from "./move.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Credited, type Entry, enter, type Run, type Stock } from "./run.ts";

/** A credit with its weight and the rate of the exception that it meets. */
export function entryOf(
  credit: Credit,
  { amount, credit: counted }: Measured,
  { weights, rule }: ComponentTerms,
  run: Run,
): Entry {
  const weight = weights.find(({ where }) => meets(credit, where))?.times;
  const exceptions = rule.rule === "flat" ? rule.exceptions : [];
  const index = exceptions.findIndex(({ where }) => meets(credit, where));
  const room = new Fraction(counted);
  return {
    credit,
    counted,
    amount: amount === counted ? room : new Fraction(amount),
    room: weight === undefined ? room : room.mul(weight),
    rate: run.tariff.exceptions[index] ?? null,
  };
}

/**
 * Prices a credit where its run stands: a line for each zone that it lies in, a cut where the deal
 * exceeds its cap or all of them the budget, then what the tier that it reaches changes for what stood before.
 */
export function priceCredit(stock: Stock, entry: Entry, book: Book): Credited {
  const { run } = stock;
  const { position: before } = run;
  const { amount: stockBefore } = stock;
  const repriced = move(stock, entry.room);
  const parts = partsOf(run.tariff.zones, before, run.position);
  const own = priceParts(stock, entry, parts, book);
  const stocked = stock.amount.sub(stockBefore);
  const { line } = book.component.caps;
  const capped =
    line === null ? 0 : cut(run, entry, "capped", overCap(run, entry, own, line), book);
  const over = cut(run, entry, "budget", book.spend(own - capped), book);
  const cents = own - capped - over;
  book.attribute(run, entry.credit, cents, entry.credit, entry.credit.creditCents);
  const credited = { entry, stock, share: one, stocked, lumps: new Map(), cents };
  for (const reprice of repriced) reprice(entry.credit, book, credited);
  return credited;
}

/** The lines of a credit, one a zone; what they sum to. */
function priceParts(stock: Stock, entry: Entry, parts: readonly Part[], book: Book): number {
  const whole = baseOf(entry, stock.run);
  let [left, sum] = [roundHalfAway(whole), 0];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const baseCents = isLast ? left : roundHalfAway(part.share.mul(whole));
    left -= baseCents;
    const { rate, tier, amountCents } = pricePart(stock, entry, part);
    sum += amountCents;
    const cause = part.zone.isBeyondCap ? "capped" : "credit";
    const creditCents = index === 0 ? entry.counted : 0;
    book.add(stock.run, entry.credit, { cause, creditCents, baseCents, tier, rate, amountCents });
  }
  return sum;
}

/** What rates are applied to: a tariff prices either what is paid on or what counts. */
export const baseOf = ({ room, amount }: Entry, { tariff }: Run): Fraction =>
  tariff.zones[0]?.of === "credit" ? room : amount;

/** The part of a credit in one zone: at the credit's own rate, the zone's, or that of the tier reached. */
function pricePart(stock: Stock, entry: Entry, { zone, share }: Part) {
  const { run, reach } = stock;
  const of = baseOf(entry, run);
  const amount = share === one ? of : of.mul(share);
  const reached = zone.rate === null ? run.tariff.reached[reach.index] : undefined;
  if (reached) stock.amount = stock.amount.add(amount);
  const rate = rateIn(zone, entry, reached);
  return {
    rate,
    tier: reached?.tier ?? zone.tier,
    amountCents: isZero(rate) ? 0 : enter(run, amount.mul(rate)),
  };
}

function rateIn(zone: Zone, entry: Entry, reached: ReachedTier | undefined): Fraction {
  if (zone.isBeyondCap) return zero;
  return entry.rate ?? zone.rate ?? reached?.rate ?? zero;
}

/** What a credit's lines bring the deal further over the cap of its lines. */
function overCap({ paidByDeal }: Run, { credit }: Entry, own: number, cap: number): number {
  const before = paidByDeal.get(dealOf(credit)) ?? 0;
  paidByDeal.set(dealOf(credit), before + own);
  return Math.max(0, before + own - cap) - Math.max(0, before - cap);
}

/** Cuts minor units off what a credit pays, which are returned. */
function cut(run: Run, { credit }: Entry, cause: "capped" | "budget", cents: number, book: Book) {
  if (cents === 0) return 0;
  run.cut -= cents;
  book.add(run, credit, { cause, amountCents: -cents });
  return cents;
}
