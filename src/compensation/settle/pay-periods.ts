import { addDays, type Period, type PlainDate } from "../../calendar.ts";
import type { PeriodFinder } from "../dates.ts";
import type { PayLine } from "../line.ts";
import type { PlanTerms } from "../plan/terms.ts";

/** The first days of the pay periods that lines are paid in, each once. */
export const startsOf = (lines: readonly PayLine[]): PlainDate[] => [
  ...new Set(lines.map(({ payPeriod }) => payPeriod.periodStart)),
];

/**
 * The first and the last day of what is known on which a plan's draw is paid, whether anybody earns or
 * not. None of a plan without draws, or where nobody says what is known.
 */
export function drawnDays({ plan, since, through }: KnownDays): PlainDate[] {
  if (plan.draw === null || since === null) return [];
  const until = earlier(plan.effectiveUntil ?? through, through);
  const from = since > plan.effectiveFrom ? since : plan.effectiveFrom;
  return from <= until ? [from, until] : [];
}

interface KnownDays {
  readonly plan: PlanTerms;
  readonly since: PlainDate | null;
  readonly through: PlainDate;
}

const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b);

/** All pay periods of a plan from that of the first of some days to that of the last. */
export function payPeriods(
  days: readonly PlainDate[],
  { pays }: PlanTerms,
  find: PeriodFinder,
): Period[] {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: Period[] = [];
  for (let at = find(first, pays); at.periodStart <= last; ) {
    periods.push(at);
    at = find(addDays(at.periodEnd, 1), pays);
  }
  return periods;
}
