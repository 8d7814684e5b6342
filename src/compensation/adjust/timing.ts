import Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { one, roundHalfAway } from "../exact.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms, PaidTerms } from "../plan/terms.ts";
import type { Run } from "../pricing/run.ts";
import { type Ratio, roundedTimes, sumExactly } from "../ratio.ts";
import { dueOf, type Returned } from "./due.ts";
import { lineOf } from "./line-of.ts";
import { type Earned, type Paid, paidBy } from "./paid.ts";

export interface TimingInput {
  readonly component: ComponentTerms;
  /** A holder's. */
  readonly paid: readonly Paid[];
  readonly earned: ReadonlyMap<Run, readonly Earned[]>;
  readonly returned: Returned;
  /** The last day that is known. */
  readonly through: PlainDate;
  /** The ends of the months in which anything is earned or falls due. */
  readonly monthEnds: readonly PlainDate[];
  readonly payPeriodOf: (date: PlainDate) => Period;
}

/** Whether all pay falls due when it is earned. */
export const isDueAtOnce = ({ booking, holdDays }: PaidTerms): boolean =>
  booking.equals(one) && holdDays === 0;

/**
 * Holds back what isn't due yet of a run's pay to date. The part that is due is that of its credits:
 * what each of them stands at, by the share of it that has fallen due.
 */
export function hold(input: TimingInput, lines: PayLine[]): void {
  const runs = [...new Set(input.paid.map(({ run }) => run))];
  for (const run of runs) holdRun(input, run, lines);
}

function holdRun({ component, ...input }: TimingInput, run: Run, lines: PayLine[]): void {
  const paid = input.paid.filter((one) => one.run === run);
  const earned = input.earned.get(run) ?? [];
  const first = paid[0]?.monthEnd ?? run.period.periodEnd;
  let told = 0;
  for (const monthEnd of input.monthEnds.filter((day) => day >= first)) {
    const cents = paidBy(paid, monthEnd);
    const day = monthEnd < input.through ? monthEnd : input.through;
    const shareOf = (credit: Credit) => dueOf(credit, component.paid, day, input.returned);
    const due = dueBy(run, { earned, day, cents, shareOf });
    const amountCents = due - cents - told;
    told = due - cents;
    if (amountCents === 0) continue;
    const line = lineOf(run, component, monthEnd, input.payPeriodOf(monthEnd));
    lines.push({ ...line, cause: amountCents < 0 ? "hold" : "release", amountCents });
  }
}

interface Due {
  readonly earned: readonly Earned[];
  readonly day: PlainDate;
  readonly cents: number;
  /** The share of a credit's pay that is due on the day. */
  readonly shareOf: (credit: Credit) => Fraction;
}

/** What is due of a run's pay: by its own credits, and by those of earlier periods what these give back. */
function dueBy(run: Run, { earned, day, cents, shareOf }: Due): number {
  const own = earned.filter(({ credit }) => credit.date >= run.period.periodStart);
  const back = run.lateReturns.filter(({ reversal }) => reversal.date <= day);
  if (back.length === 0) return dueOfAll(own, day, cents, shareOf);
  const paid = back.reduce((sum, one) => sum + one.paid, 0);
  const dueBack = asFraction(sumExactly(back.map((one) => shareOf(one.credit).mul(one.paid))));
  const known = knownBy(own, day);
  const share = known.all === 0 ? one : asFraction(dueCents(known, shareOf)).div(known.all);
  return roundHalfAway(share.mul(cents + paid).sub(dueBack));
}

const asFraction = ({ numerator, denominator }: Ratio) => new Fraction(numerator, denominator);

/** The part of a run's pay to date that is due: as its credits' is, each by what it stands at. */
function dueOfAll(
  earned: readonly Earned[],
  day: PlainDate,
  cents: number,
  shareOf: Due["shareOf"],
): number {
  const known = knownBy(earned, day);
  if (known.all === 0) return cents;
  return roundedTimes(dueCents(known, shareOf), cents, known.all);
}

/** What was earned by a day, and its sum. */
function knownBy(earned: readonly Earned[], day: PlainDate) {
  const events = earned.filter(({ on }) => on <= day);
  return { events, all: events.reduce((sum, { cents }) => sum + cents, 0) };
}

const dueCents = ({ events }: ReturnType<typeof knownBy>, shareOf: Due["shareOf"]) =>
  sumExactly(events.map(({ credit, cents }) => shareOf(credit).mul(cents)));
