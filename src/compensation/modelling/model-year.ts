import { addDays, addMonths, type Period, type PlainDate } from "../../calendar.ts";
import { endOfTime, type PeriodFinder } from "../dates.ts";
import type { PlanTerms } from "../plan/terms.ts";

/** A month of the modelled year in which deals are credited. */
export interface ModelMonth {
  /** In the middle of the month, on which its credits are dated. */
  readonly day: PlainDate;
  /** The part of the year's credit that is brought until its end. */
  readonly upTo: number;
}

/** The fiscal year that a plan is modelled over: its first whole one, else the one that it begins in. */
export function modelYear(plan: PlanTerms, find: PeriodFinder): Period {
  const { effectiveFrom, effectiveUntil } = plan;
  const first = find(effectiveFrom, "year");
  if (first.periodStart >= effectiveFrom) return first;
  const next = find(addDays(first.periodEnd, 1), "year");
  return next.periodEnd <= (effectiveUntil ?? endOfTime) ? next : first;
}

/** The months of a year whose middle is under the plan, else its first day alone. */
export function modelMonths(
  { effectiveFrom, effectiveUntil }: PlanTerms,
  year: Period,
  season: readonly number[],
): ModelMonth[] {
  const months = season
    .map((share, index) => ({ day: middleOf(year, index), share }))
    .filter(({ day }) => day >= effectiveFrom && day <= (effectiveUntil ?? endOfTime));
  const whole = sum(months);
  if (whole === 0) return [{ day: effectiveFrom, upTo: 1 }];
  return months.map(({ day }, index) => ({ day, upTo: sum(months.slice(0, index + 1)) / whole }));
}

const sum = (months: readonly { readonly share: number }[]) =>
  months.reduce((total, { share }) => total + share, 0);

const middleOf = ({ periodStart }: Period, index: number) =>
  addDays(addMonths(periodStart, index), 14);

/** The part of a year's credit that its months bring up to a day. */
export function seasonUpTo(year: Period, season: readonly number[]): (day: PlainDate) => number {
  const months = season.map((share, index) => ({ day: middleOf(year, index), share }));
  return (day) => sum(months.filter((month) => month.day <= day)) / sum(months);
}
