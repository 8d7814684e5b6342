import type { Period, PlainDate } from "../../calendar.ts";
import { type CapWindows, capped } from "../adjust/cap.ts";
import type { PaidBack } from "../adjust/paid-back.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { PlanTerms } from "../plan/terms.ts";

/** What a person earned, by the first day of the pay period in which it is told. */
interface PersonEarned {
  readonly repId: string;
  readonly earned: ReadonlyMap<PlainDate, number>;
  /** What of it is taken back of earlier pay periods. */
  readonly back: ReadonlyMap<PlainDate, readonly PaidBack[]>;
}

/**
 * What the caps over all components cut off a person's pay periods, that of the period first. What is taken
 * back of an earlier pay period belongs to that one's caps.
 */
export function planCapLines(
  { repId, earned, back }: PersonEarned,
  { caps }: Pick<PlanTerms, "caps">,
  payPeriods: readonly Period[],
  yearOf: (date: PlainDate) => Period,
): PayLine[] {
  const periods: CapWindows = new Map();
  const years: CapWindows = new Map();
  return payPeriods.flatMap((payPeriod) => {
    const cuts = { period: 0, year: 0 };
    const { periodStart } = payPeriod;
    const changes = changesOf(payPeriod, earned.get(periodStart) ?? 0, back.get(periodStart) ?? []);
    for (const [of, cents] of changes) {
      const inPeriod = capped(periods, caps.period, of.periodStart, cents);
      cuts.period += inPeriod - cents;
      cuts.year += capped(years, caps.year, yearOf(of.periodEnd).periodStart, inPeriod) - inPeriod;
    }
    const line = lineOfNoCredit({ repId, component: null, date: payPeriod.periodEnd, payPeriod });
    return [cuts.period, cuts.year]
      .filter((cut) => cut !== 0)
      .map((amountCents) => ({ ...line, cause: "capped", amountCents }));
  });
}

/** Minor units told in a pay period by the one that they belong to, its own first. */
function changesOf(
  payPeriod: Period,
  earned: number,
  back: readonly PaidBack[],
): (readonly [Period, number])[] {
  const all = back.reduce((sum, { cents }) => sum + cents, 0);
  const inOrder = [...back].sort((a, b) =>
    a.payPeriod.periodStart < b.payPeriod.periodStart ? -1 : 1,
  );
  return [[payPeriod, earned + all], ...inOrder.map((one) => [one.payPeriod, -one.cents] as const)];
}
