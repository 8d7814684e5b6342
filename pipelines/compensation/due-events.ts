import { addDays, type PlainDate } from "../../src/calendar.ts";
import { dueOf } from "../../src/compensation/adjust/due.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { isZero } from "../../src/compensation/exact.ts";
import type { PaidTerms } from "../../src/compensation/plan/terms.ts";
import { grouped } from "../../src/statistics/grouped.ts";

/** A credit whose pay is held until it falls due; money in minor units. */
export interface HeldCredit {
  readonly credit: Credit;
  /** What its lines came to. */
  readonly paidCents: number;
  readonly returns: readonly HeldReturn[];
}

/** What is taken back of a credit. */
export interface HeldReturn {
  readonly on: PlainDate;
  /** Of its amount, and of what it paid. */
  readonly creditedCents: number;
  readonly paidCents: number;
  /** The credit note; null where there is none. */
  readonly note: string | null;
}

/** What makes pay of a credit fall due, or not be due any more. */
export interface DueEvent {
  readonly on: PlainDate;
  readonly what: "earned" | "booked" | "invoiced" | "paid" | "taken back";
  readonly cents: number;
  readonly taken: HeldReturn | null;
}

/** What happens to a credit's pay on a day. */
export interface DueDay {
  readonly held: HeldCredit;
  readonly events: readonly DueEvent[];
  /** By how much more is due than the day before, not rounded. */
  readonly dueCents: number;
}

/** The days on which more or less of a credit's pay is due, after a day and up to another. */
export function dueDays(
  held: HeldCredit,
  paid: PaidTerms,
  after: PlainDate,
  until: PlainDate,
): DueDay[] {
  const events = eventsOf(held, paid).filter(({ day }) => day > after && day <= until);
  const days = [...grouped(events, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  let before = days.length === 0 ? 0 : dueBy(held, paid, after);
  return days.map(([day, own]) => {
    const due = dueBy(held, paid, day);
    const dueCents = due - before;
    before = due;
    return { held, events: own, dueCents };
  });
}

/** What a credit stands at on a day, by the share of it that is due. */
function dueBy(
  { credit, paidCents, returns }: HeldCredit,
  paid: PaidTerms,
  day: PlainDate,
): number {
  if (credit.date > day) return 0;
  const taken = returns.filter(({ on }) => on <= day);
  const returned = taken.reduce((sum, one) => sum + one.creditedCents, 0);
  const cents = taken.reduce((sum, one) => sum - one.paidCents, paidCents);
  return cents * dueOf(credit, paid, day, () => returned).valueOf();
}

function eventsOf(
  { credit: { date, amountCents, invoicedOn, payments }, paidCents, returns }: HeldCredit,
  { booking, invoice, cash, holdDays }: PaidTerms,
): (DueEvent & { readonly day: PlainDate })[] {
  const event = (what: DueEvent["what"], on: PlainDate, cents: number) => {
    return { day: addDays(on, holdDays), on, what, cents, taken: null };
  };
  const isBookedLater = !isZero(booking) && holdDays > 0;
  return [
    { ...event("earned", date, paidCents), day: date },
    ...(isBookedLater ? [event("booked", date, amountCents)] : []),
    ...(isZero(invoice) || invoicedOn === null ? [] : [event("invoiced", invoicedOn, amountCents)]),
    ...(isZero(cash) ? [] : (payments ?? []))
      .filter(({ cents }) => cents !== 0)
      .map(({ on, cents }) => event("paid", on, cents)),
    ...returns.map((taken) => {
      const cents = taken.creditedCents;
      return { ...event("taken back", taken.on, cents), day: taken.on, taken };
    }),
  ];
}
