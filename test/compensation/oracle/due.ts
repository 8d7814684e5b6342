import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import type { Course, Line } from "./course.ts";
import { type Day, earliest, later, monthEnds, never } from "./days.ts";
import { isHeld, type Known, periodOf, personOf, Refusal } from "./known.ts";
import { monthsOfPlan } from "./month-ends.ts";
import {
  least,
  minus,
  most,
  one,
  plus,
  quotient,
  type Ratio,
  round,
  sign,
  times,
  total,
  zero,
} from "./ratio.ts";
import { lastTakenBack } from "./take-back.ts";

/** What of a run is held back until it falls due, and what is released. */
export function heldLines(known: Known, component: ComponentEntry, course: Course): Line[] {
  if (!isHeld(component)) return [];
  const { run, valueAt } = course;
  const backs = course.backs.filter(({ of }) => of !== run.period.from);
  const first = run.lines.map(({ date }) => date).sort()[0] ?? never;
  const last = earliest(lastSettled(known, run.holder), monthsOfPlan(known).at(-1) ?? "");
  let held = 0;
  return monthEnds({ from: first, until: last }).map((date) => {
    const value = valueAt(date);
    const day = earliest(date, known.through);
    const back = backs.filter((one) => one.date <= day);
    const paid = back.reduce((sum, one) => sum + one.paid, 0);
    const own = times(dueShare(known, component, course, day), value + paid);
    const dueBack = total(
      back.map((one) => times(one.paid, dueOf(known, component, one.credit, day))),
    );
    const change = round(minus(own, dueBack)) - value - held;
    held += change;
    const cause = change < 0 ? "hold" : "release";
    return { repId: run.holder, component: component.name, cause, date, cents: change };
  });
}

/** Of leavers who are paid nothing more, the end of the pay period of their last day. */
export function lastSettled(known: Known, repId: string): Day {
  const { until } = personOf(known.people, repId);
  if (known.plan.leavers.pay !== "nothing" || until === null) return never;
  return periodOf(known, until, known.plan.pays).until;
}

/** The share of what a run came to up to a day that has fallen due by then. */
function dueShare(known: Known, component: ComponentEntry, { run }: Course, day: Day): Ratio {
  const events = run.events.filter(
    ({ date, credit }) => date <= day && credit.date >= run.period.from,
  );
  const all = total(events.map(({ cents }) => cents));
  if (sign(all) === 0) return one;
  const due = events.map(({ credit, cents }) => times(cents, dueOf(known, component, credit, day)));
  return quotient(total(due), all);
}

/** The share of a credit's pay that has fallen due by a day. */
export function dueOf(known: Known, component: ComponentEntry, credit: Credit, day: Day): Ratio {
  const { paid, hold_days } = component;
  const isDue = (on: Day | null) => on !== null && later(on, hold_days) <= day;
  const booked = isDue(credit.date) ? paid.booking : 0;
  const invoiced = isDue(credit.invoicedOn) ? paid.invoice : 0;
  const cash =
    paid.cash === 0
      ? zero
      : times(paid.cash, cashShare(credit, leftOf(known, component, credit, day), isDue));
  return plus(plus(booked, invoiced), cash);
}

/** What pay is priced on of it on a day: all of it but what was taken back in time. */
function leftOf(
  { credits }: Known,
  { reversal }: ComponentEntry,
  { creditId, date, amountCents }: Credit,
  day: Day,
): number {
  const last = earliest(day, lastTakenBack(reversal, date));
  return credits
    .filter((one) => one.reverses === creditId && one.date <= last)
    .reduce((left, one) => left + one.amountCents, amountCents);
}

function cashShare({ creditId, payments }: Credit, left: number, isDue: (on: Day) => boolean) {
  if (payments === null) throw new Refusal(`nobody knows of payments: ${creditId}`);
  if (left === 0) return one;
  const came = total(payments.filter(({ on }) => isDue(on)).map(({ cents }) => cents));
  return least(one, most(zero, quotient(came, left)));
}
