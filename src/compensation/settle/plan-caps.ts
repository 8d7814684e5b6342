import type { Period } from "../../calendar.ts";
import { type CapWindows, capped } from "../adjust/cap.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { PlanTerms } from "../plan/terms.ts";

/**
 * What the caps over all components cut off a person's pay periods, that of the period first. What is taken
 * back of an earlier pay period belongs to that one's caps.
 *
 * @param earned by the first day of the pay period in which it is told
 */
export function planCapLines(
  repId: string,
  { caps }: Pick<PlanTerms, "caps">,
  payPeriods: readonly Period[],
  earned: ReadonlyMap<string, readonly PayLine[]>,
  yearOf: (date: string) => Period,
): PayLine[] {
  const periods: CapWindows = new Map();
  const years: CapWindows = new Map();
  return payPeriods.flatMap((payPeriod) => {
    const cuts = { period: 0, year: 0 };
    for (const [{ periodStart, periodEnd }, cents] of changesOf(
      earned.get(payPeriod.periodStart),
    )) {
      const inPeriod = capped(periods, caps.period, periodStart, cents);
      cuts.period += inPeriod - cents;
      cuts.year += capped(years, caps.year, yearOf(periodEnd).periodStart, inPeriod) - inPeriod;
    }
    const line = lineOfNoCredit({ repId, component: null, date: payPeriod.periodEnd, payPeriod });
    return [cuts.period, cuts.year]
      .filter((cut) => cut !== 0)
      .map((amountCents) => ({ ...line, cause: "capped", amountCents }));
  });
}

/** Minor units of a pay period by the one that they belong to, its own first. */
function changesOf(lines: readonly PayLine[] = []): (readonly [Period, number])[] {
  const sums = new Map<Period, number>();
  for (const { payPeriod, backOf, amountCents } of lines) {
    const of = backOf ?? payPeriod;
    sums.set(of, (sums.get(of) ?? 0) + amountCents);
  }
  const order = (period: Period) => (period === lines[0]?.payPeriod ? "" : period.periodStart);
  return [...sums].sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
}
