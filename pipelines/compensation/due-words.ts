import type Fraction from "fraction.js";
import { addDays, type PlainDate } from "../../src/calendar.ts";
import { meets } from "../../src/compensation/credit/conditions.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { isZero } from "../../src/compensation/exact.ts";
import type { ComponentTerms, PaidTerms } from "../../src/compensation/plan/terms.ts";
import { formatDate, formatPlural, formatRate } from "../../src/format.ts";
import { formatEffectiveRate } from "./exact-rate.ts";
import { exactMoney } from "./words.ts";

/** As many events are told one by one. */
const most = 8;

/** When a component's pay falls due: `50 % when booked, 50 % as it is paid`. */
export function dueRule({ booking, invoice, cash, holdDays }: PaidTerms): string {
  const shares = [
    [booking, "when booked"],
    [invoice, "when invoiced"],
    [cash, "as it is paid"],
  ] as const;
  const told = shares
    .filter(([share]) => !isZero(share))
    .map(([share, when]) => `${formatRate(share.valueOf())} ${when}`);
  return `${told.join(", ")}${holdDays === 0 ? "" : `, ${formatPlural(holdDays, "day")} later`}`;
}

/** What fell due in a month in words, and the deals that it is of. */
export interface DueEvents {
  readonly words: readonly string[];
  readonly opportunityIds: readonly string[];
}

/**
 * What fell due of a component's pay in the month that a line of held pay is of: the payments and
 * invoices of the person's deals, the largest first, each with its arithmetic.
 *
 * @param nameOf a deal's name by its id
 * @param paidOf what the lines of a credit came to, minor units; null where there are none
 */
export function dueEvents(
  monthEnd: PlainDate,
  { paid, where, credit: roles }: ComponentTerms,
  credits: readonly Credit[],
  currency: string,
  nameOf: (opportunityId: string) => string,
  paidOf: (creditId: string) => number | null,
): DueEvents {
  const month = monthEnd.slice(0, 7);
  const isIn = (day: PlainDate) => addDays(day, paid.holdDays).slice(0, 7) === month;
  const events = credits
    .filter(({ reverses }) => reverses === null)
    .filter(
      (credit) => (credit.role === null || roles.includes(credit.role)) && meets(credit, where),
    )
    .flatMap((credit) => eventsOf(credit, paid, isIn).map((event) => ({ credit, ...event })))
    .sort((a, b) => b.cents - a.cents || (a.credit.creditId < b.credit.creditId ? -1 : 1));
  const told = events.slice(0, most).map(({ credit, cents, on, what, share }) => {
    const name = credit.opportunityId === null ? "a deal" : nameOf(credit.opportunityId);
    const product = productWords(credit, cents, share, paidOf(credit.creditId), currency);
    return `${name}: ${exactMoney(cents, currency)} ${what} on ${formatDate(on)}${product}`;
  });
  const more = events.length - told.length;
  return {
    words: more > 0 ? [...told, `and ${more} more`] : told,
    opportunityIds: [...new Set(events.flatMap(({ credit }) => credit.opportunityId ?? []))],
  };
}

/** An event times what its credit was paid for each part, times the share that then falls due. */
function productWords(
  { amountCents }: Credit,
  cents: number,
  share: Fraction,
  paidCents: number | null,
  currency: string,
): string {
  if (paidCents === null || amountCents === 0) return "";
  const due = (cents * paidCents * share.valueOf()) / amountCents;
  const rate = formatEffectiveRate(paidCents, amountCents);
  return `, × ${rate} × ${formatRate(share.valueOf())} = ${exactMoney(Math.round(due), currency)}`;
}

function eventsOf(
  { date, amountCents, invoicedOn, payments }: Credit,
  { booking, invoice, cash, holdDays }: PaidTerms,
  isIn: (day: PlainDate) => boolean,
) {
  const isBooked = !isZero(booking) && holdDays > 0 && isIn(date);
  const isInvoiced = !isZero(invoice) && invoicedOn !== null && isIn(invoicedOn);
  return [
    ...(isBooked ? [{ on: date, cents: amountCents, what: "booked", share: booking }] : []),
    ...(isInvoiced
      ? [{ on: invoicedOn, cents: amountCents, what: "invoiced", share: invoice }]
      : []),
    ...(isZero(cash) ? [] : (payments ?? []))
      .filter(({ on, cents }) => isIn(on) && cents !== 0)
      .map(({ on, cents }) => ({ on, cents, what: "paid", share: cash })),
  ];
}
