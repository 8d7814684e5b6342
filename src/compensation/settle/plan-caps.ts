import type { Period } from "../../calendar.ts";
import { capped, emptyCap } from "../adjust/cap.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { PlanTerms } from "../plan/terms.ts";

/**
 * What the caps over all components cut off a person's pay periods, that of the period first.
 *
 * @param earned minor units by the first day of a pay period
 */
export function planCapLines(
  repId: string,
  { caps }: Pick<PlanTerms, "caps">,
  payPeriods: readonly Period[],
  earned: ReadonlyMap<string, number>,
  yearOf: (date: string) => Period,
): PayLine[] {
  const year = emptyCap();
  return payPeriods.flatMap((payPeriod) => {
    const cents = earned.get(payPeriod.periodStart) ?? 0;
    const inPeriod = caps.period === null ? cents : Math.min(cents, caps.period);
    const inYear = capped(year, caps.year, yearOf(payPeriod.periodEnd).periodStart, inPeriod);
    const cuts = [inPeriod - cents, inYear - inPeriod].filter((cut) => cut !== 0);
    const line = lineOfNoCredit({ repId, component: null, date: payPeriod.periodEnd, payPeriod });
    return cuts.map((amountCents) => ({ ...line, cause: "capped", amountCents }));
  });
}
