import { addDays, type PlainDate } from "../../src/calendar.ts";
import { meets } from "../../src/compensation/credit/conditions.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { isZero } from "../../src/compensation/exact.ts";
import type { ComponentTerms, PaidTerms } from "../../src/compensation/plan/terms.ts";
import { formatDate, formatPlural, formatRate } from "../../src/format.ts";
import { exactMoney } from "../compensation/words.ts";

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

/**
 * What fell due of a component's pay in the month that a line of held pay is of: the payments and
 * invoices of the person's deals, the largest first.
 *
 * @param nameOf a deal's name by its id
 */
export function dueEvents(
  monthEnd: PlainDate,
  { paid, where, credit: roles }: ComponentTerms,
  credits: readonly Credit[],
  currency: string,
  nameOf: (opportunityId: string) => string,
): string[] {
  const month = monthEnd.slice(0, 7);
  const isIn = (day: PlainDate) => addDays(day, paid.holdDays).slice(0, 7) === month;
  const events = credits
    .filter(({ reverses }) => reverses === null)
    .filter(
      (credit) => (credit.role === null || roles.includes(credit.role)) && meets(credit, where),
    )
    .flatMap((credit) => eventsOf(credit, paid, isIn).map((event) => ({ credit, ...event })))
    .sort((a, b) => b.cents - a.cents || (a.credit.creditId < b.credit.creditId ? -1 : 1));
  const told = events.slice(0, most).map(({ credit: { opportunityId }, cents, on, what }) => {
    const name = opportunityId === null ? "a deal" : nameOf(opportunityId);
    return `${name}: ${exactMoney(cents, currency)} ${what} on ${formatDate(on)}`;
  });
  const more = events.length - told.length;
  return more > 0 ? [...told, `and ${more} more`] : told;
}

function eventsOf(
  { amountCents, invoicedOn, payments }: Credit,
  { invoice, cash }: PaidTerms,
  isIn: (day: PlainDate) => boolean,
) {
  const isInvoiced = !isZero(invoice) && invoicedOn !== null && isIn(invoicedOn);
  return [
    ...(isInvoiced ? [{ on: invoicedOn, cents: amountCents, what: "invoiced" }] : []),
    ...(isZero(cash) ? [] : (payments ?? []))
      .filter(({ on, cents }) => isIn(on) && cents !== 0)
      .map(({ on, cents }) => ({ on, cents, what: "paid" })),
  ];
}
