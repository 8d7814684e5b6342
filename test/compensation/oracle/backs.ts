import type { Run } from "./book.ts";
import { type Day, holds, type Span } from "./days.ts";
import { type Known, periodOf } from "./known.ts";
import { quotient, round, times } from "./ratio.ts";

type Returned = Run["returns"][number];

/** What is taken back of a credit of an earlier period, and what was paid of it. */
export interface Back extends Returned {
  readonly paid: number;
}

/** A run before and after multipliers and gates, with what is taken back of earlier ones given again. */
export interface Whole {
  readonly before: number;
  readonly after: number;
}

/** What a holder's measure periods last came to, by their first day, and what was taken back of each. */
export interface Past {
  readonly wholes: Map<Day, Whole>;
  readonly taken: Map<Day, number>;
}

/** What is taken back in a run of credits of earlier measure periods. */
export function lateBacks({ returns, period }: Run, { wholes, taken }: Past): Back[] {
  const late = returns.filter(({ of }) => of !== period.from);
  return late.map((one) => {
    const before = taken.get(one.of) ?? 0;
    taken.set(one.of, before + one.cents);
    return { ...one, paid: leftBy(wholes.get(one.of), before, one) };
  });
}

/** What is taken back in a month of credits of the same run, but of earlier pay periods. */
export function ownBacks(
  known: Known,
  { returns, period }: Run,
  month: Span,
  whole: Whole | undefined,
): Back[] {
  const since = periodOf(known, month.until, known.plan.pays).from;
  const own = returns.filter(
    ({ of, date, credit }) => of === period.from && holds(month, date) && credit.date < since,
  );
  let taken = 0;
  return own.map((one) => {
    const paid = leftBy(whole, taken, one);
    taken += one.cents;
    return { ...one, paid };
  });
}

/** As much of what is taken back, one after the other, as multipliers and gates left of all of it. */
function leftBy(whole: Whole | undefined, taken: number, { cents }: Returned): number {
  if (whole === undefined || whole.before === 0) return cents;
  const paid = (sum: number) => round(quotient(times(whole.after, sum), whole.before));
  return paid(taken + cents) - paid(taken);
}
