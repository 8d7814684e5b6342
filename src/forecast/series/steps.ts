import { daysBetween, monthsBetween, type PlainDate } from "../../calendar.ts";

/** A year, half a year, a quarter or a month, in months. */
const monthSteps = [12, 6, 3, 1];

/** A week or a day, in days. */
const daySteps = [7, 1];

/**
 * Numbers dates by steps from the earliest. Where no two lie in one month the step is the longest
 * of year, half-year, quarter and month that all of them keep, whichever day of the month they
 * name; else it is a week or a day.
 *
 * @param dates at least one
 */
export function stepsOfDates(dates: readonly PlainDate[]): number[] {
  const first = dates.reduce((a, b) => (a < b ? a : b));
  const months = dates.map((date) => monthsBetween(first, date));
  const isMonthly = new Set(months).size === dates.length;
  return isMonthly
    ? inSteps(months, monthSteps)
    : inSteps(
        dates.map((date) => daysBetween(first, date)),
        daySteps,
      );
}

function inSteps(offsets: readonly number[], steps: readonly number[]): number[] {
  const step = steps.find((one) => offsets.every((offset) => offset % one === 0)) ?? 1;
  return offsets.map((offset) => offset / step);
}
