import { addDays, daysBetween, monthsBetween, type PlainDate } from "../calendar.ts";
import type { Goal } from "./goal.ts";

/** Any month: steps are counted from it. */
const origin: PlainDate = "1970-01-01";

/** The equal stretches that a KPI is counted by: months, or quarters of the fiscal year. */
export interface Grid {
  readonly months: 1 | 3;
  /** Months by which the first quarter starts after January's. */
  readonly offset: number;
}

/** The number of the step that a date falls in. */
export const stepOf = (date: PlainDate, { months, offset }: Grid): number =>
  Math.floor((monthsBetween(origin, date) - offset) / months);

/** The first day of a step. */
export function stepStart(step: number, { months, offset }: Grid): PlainDate {
  const month = step * months + offset;
  const year = 1970 + Math.floor(month / 12);
  return `${year}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}-01`;
}

export const stepEnd = (step: number, grid: Grid): PlainDate =>
  addDays(stepStart(step + 1, grid), -1);

/** Where the as-of date stands: the first step that isn't over, and how much of it has passed. */
export interface Now {
  readonly step: number;
  /** 0 up to 1; 0 when a step ends on the as-of date. */
  readonly part: number;
}

export function nowOf(asOf: PlainDate, grid: Grid): Now {
  const step = stepOf(asOf, grid);
  if (stepEnd(step, grid) === asOf) return { step: step + 1, part: 0 };
  const start = stepStart(step, grid);
  const days = daysBetween(start, stepStart(step + 1, grid));
  return { step, part: (daysBetween(start, asOf) + 1) / days };
}

/** The first and the last step of a goal; the last one is over on the due date. */
export function spanOf({ start, due }: Goal, grid: Grid): { first: number; last: number } {
  const step = stepOf(due, grid);
  return { first: stepOf(start, grid), last: stepEnd(step, grid) === due ? step : step - 1 };
}
