import Fraction from "fraction.js";
import type { PlainDate } from "../../src/calendar.ts";
import type { Deal } from "../../src/compensation/credit/deal.ts";
import { roundHalfAway, shareOut } from "../../src/compensation/exact.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { SoldDeal } from "./deals.ts";
import type { Exchange } from "./exchange.ts";

/**
 * A deal in a plan's currency, at the rate of the day on which it was won: of its own currency where the
 * plan is in that or has a rate for it, else of the company's. What is paid and taken back follows it.
 */
export function converted(
  deal: SoldDeal,
  { currency, exchangeRates }: PlanTerms,
  company: string,
  exchange: Exchange,
): SoldDeal {
  const [first] = deal.lines;
  if (first === undefined) return deal;
  const { sold, date } = deal;
  const isOwn = sold !== null && (sold.currency === currency || exchangeRates.has(sold.currency));
  const whole = isOwn
    ? roundHalfAway(bookedOf(sold, first.wholeCents).mul(exchange(sold.currency, date)))
    : roundHalfAway(exchange(company, date).mul(first.wholeCents));
  return { ...deal, lines: convertedLines(deal.lines, first.wholeCents, whole) };
}

/** As much of an amount in its own currency as is booked of it in the company's. */
const bookedOf = ({ minor, cents }: NonNullable<SoldDeal["sold"]>, booked: number): Fraction =>
  new Fraction(booked, cents).mul(minor);

function convertedLines(lines: readonly Deal[], before: number, whole: number): Deal[] {
  const shares = lines.map(({ cents }) => new Fraction(cents));
  const parts = before === 0 ? lines.map(() => 0) : shareOut(whole, shares);
  const convertAll = <Row extends { readonly cents: number }>(rows: readonly Row[]) => {
    const due = running(before, whole);
    return rows.map((row) => ({ ...row, cents: due(row.cents) }));
  };
  return lines.map((line, at) => ({
    ...line,
    cents: parts[at] ?? 0,
    wholeCents: whole,
    payments: line.payments && convertAll(line.payments),
    refunds: convertAll(line.refunds),
  }));
}

/** Parts of a whole as parts of another, so that what adds up to all of the one does so of the other. */
function running(before: number, whole: number): (cents: number) => number {
  const rate = before === 0 ? new Fraction(0) : new Fraction(whole, before);
  let [sum, told] = [0, 0];
  return (cents) => {
    sum += cents;
    const due = roundHalfAway(rate.mul(sum));
    const own = due - told;
    told = due;
    return own;
  };
}

/** Whole minor units of a plan's currency of an amount of a day. */
export const convertedCents = (
  cents: number,
  currency: string,
  on: PlainDate,
  exchange: Exchange,
): number => roundHalfAway(exchange(currency, on).mul(cents));
