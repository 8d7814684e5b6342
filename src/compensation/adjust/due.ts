import Fraction from "fraction.js";
import { addDays, type PlainDate } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { Credit } from "../credit/credit.ts";
import { isZero, least, most, one, zero } from "../exact.ts";
import type { PaidTerms, ReversalTerms } from "../plan/terms.ts";
import { isTooLate } from "../pricing/reversal.ts";

/** Minor units of a credit that were taken back by a day. */
export type Returned = (credit: Credit, day: PlainDate) => number;

/**
 * What is taken back of credits while pay for it is asked back. After that, what the customer needn't pay
 * any more never falls due.
 */
export function returnedOf(credits: readonly Credit[], terms: ReversalTerms): Returned {
  const reversals = grouped(
    credits.filter(({ reverses }) => reverses !== null),
    ({ reverses }) => reverses,
  );
  return (credit, day) =>
    (reversals.get(credit.creditId) ?? [])
      .filter((reversal) => reversal.date <= day && !isTooLate(credit, reversal, terms))
      .reduce((sum, { amountCents }) => sum - amountCents, 0);
}

/** The share of a credit's pay that is due on a day. */
export function dueOf(
  credit: Credit,
  terms: PaidTerms,
  day: PlainDate,
  returned: Returned,
): Fraction {
  // the last day whose pay isn't held any more; reckoning with days is slow, there are many of them
  const last = terms.holdDays === 0 ? day : addDays(day, -terms.holdDays);
  const isPast = (date: PlainDate | null) => date !== null && date <= last;
  const booked = isPast(credit.date) ? terms.booking : zero;
  const invoiced = isPast(credit.invoicedOn) ? terms.invoice : zero;
  if (isZero(terms.cash)) return booked.add(invoiced);
  const owed = credit.amountCents - returned(credit, day);
  return booked.add(invoiced).add(terms.cash.mul(cashShare(credit, owed, isPast)));
}

/** Of what the customer is to pay: the credit less what was taken back of it. */
function cashShare(credit: Credit, owed: number, isPast: (date: PlainDate) => boolean): Fraction {
  if (credit.payments === null) {
    throw new InputError(`missing payments: ${credit.creditId}`, {
      remedy: "Say when it was paid, or leave the day empty where it wasn't.",
    });
  }
  if (owed === 0) return one;
  const cents = credit.payments.reduce((sum, { on, cents }) => sum + (isPast(on) ? cents : 0), 0);
  if (cents === 0) return zero;
  if (cents === owed) return one;
  return most(zero, least(one, new Fraction(cents, owed)));
}

/** The days on which something of a credit is earned or falls due. */
export function dueDays(credit: Credit, { holdDays }: PaidTerms): PlainDate[] {
  const events = [credit.date, credit.invoicedOn, ...(credit.payments ?? []).map(({ on }) => on)];
  return events.flatMap((day) => (day === null ? [] : [day, addDays(day, holdDays)]));
}
