import Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { one, roundHalfAway } from "../exact.ts";
import type { LateReturn, Run } from "../pricing/run.ts";

/** What the lines of a run came to by some day, and what multipliers and gates left of it. */
export interface Whole {
  readonly before: number;
  readonly after: number;
}

/** What was taken back in a run by a day of what earlier periods were credited with. */
export const returnedBy = ({ lateReturns }: Run, day: PlainDate): number =>
  lateReturns.reduce((sum, { reversal, cents }) => (reversal.date <= day ? sum + cents : sum), 0);

/**
 * Takes back of earlier periods what they paid: as much of what is returned as multipliers and gates left
 * of the whole of that period, so that nobody gives back what a gate never paid. All returns of a run
 * together take back all of it.
 *
 * @param wholes of a holder's earlier runs
 * @param taken what was returned so far of each of them, to which is added
 */
export function payBack(
  { lateReturns }: Run,
  wholes: ReadonlyMap<Run, Whole>,
  taken: Map<Run, number>,
): void {
  for (const late of lateReturns) {
    const before = taken.get(late.of) ?? 0;
    taken.set(late.of, before + late.cents);
    const whole = wholes.get(late.of) ?? untouched;
    late.left = shareLeft(whole);
    late.paid = leftOf(whole, before + late.cents) - leftOf(whole, before);
  }
}

const untouched: Whole = { before: 0, after: 0 };

/** The part that multipliers and gates left of the pay that they looked at. */
const shareLeft = ({ before, after }: Whole): Fraction =>
  before === 0 || before === after ? one : new Fraction(after, before);

const leftOf = (whole: Whole, cents: number): number => roundHalfAway(shareLeft(whole).mul(cents));

/** Pay of a credit that is taken back in a later pay period. */
export interface PaidBack {
  readonly repId: string;
  readonly credit: Credit;
  /** The pay period that paid it, and the day on which it is taken back. */
  readonly payPeriod: Period;
  readonly on: PlainDate;
  /** Minor units. */
  readonly cents: number;
}

/** What is taken back in a run of credits of earlier pay periods, as its lines tell it. */
export function paidBackOf(
  { holder: repId, ownReturns, lateReturns }: Run,
  payPeriodOf: (date: PlainDate) => Period,
): PaidBack[] {
  return [...ownReturns, ...lateReturns].flatMap(({ credit, reversal: { date: on }, cents }) => {
    const payPeriod = payPeriodOf(credit.date);
    return payPeriodOf(on) === payPeriod ? [] : { repId, credit, payPeriod, on, cents };
  });
}

/** A month of a run. */
interface Month {
  /** The end of the month before; nothing of it before the first. */
  readonly after: PlainDate;
  readonly monthEnd: PlainDate;
  /** How the run stood at the end of the month before. */
  readonly before: Whole;
  readonly payPeriodOf: (date: PlainDate) => Period;
}

/** What is taken back in a month, as multipliers and gates left it. */
export interface Returned extends PaidBack {
  /** Null where the credit is of the same measure period. */
  readonly late: LateReturn | null;
}

/** What is taken back in a month of a run of credits of earlier pay periods, in the order it is told in. */
export function returnedIn(
  { holder: repId, ownReturns, lateReturns }: Run,
  { after, monthEnd, before, payPeriodOf }: Month,
): Returned[] {
  const isTold = ({ reversal: { date } }: Pick<LateReturn, "reversal">) =>
    date > after && date <= monthEnd;
  const now = payPeriodOf(monthEnd);
  let taken = 0;
  const own = ownReturns.filter(isTold).flatMap(({ credit, reversal, cents: returned }) => {
    const payPeriod = payPeriodOf(credit.date);
    if (payPeriod === now) return [];
    const cents = leftOf(before, taken + returned) - leftOf(before, taken);
    taken += returned;
    return { repId, credit, payPeriod, on: reversal.date, cents, late: null };
  });
  const late = lateReturns.filter(isTold).map((one) => {
    const { credit, reversal, paid: cents } = one;
    return {
      repId,
      credit,
      payPeriod: payPeriodOf(credit.date),
      on: reversal.date,
      cents,
      late: one,
    };
  });
  return [...own, ...late];
}

/** What multipliers and gates of earlier measure periods had changed of what is taken back. */
export const correctionsOf = (back: readonly Returned[]) =>
  back.flatMap(({ late }) => {
    if (late === null || late.cents === late.paid) return [];
    const { creditId, opportunityId } = late.reversal;
    return {
      creditId,
      opportunityId,
      baseCents: -late.cents,
      rate: late.left,
      amountCents: late.cents - late.paid,
    };
  });
