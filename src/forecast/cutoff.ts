import { addDays, addMonths, daysBetween, monthsBetween, type PlainDate } from "../calendar.ts";
import { monthStart, type Timeline } from "./timeline.ts";

/** The end of a day at which a forecast is made. */
export interface Cutoff {
  readonly date: PlainDate;
  /** Number of the month that holds it. */
  readonly origin: number;
  /** Days of that month after it. */
  readonly daysLeft: number;
}

/** Weeks before the as-of date at whose ends forecasts are made again. */
const weeks = 13;

/** As many days before the month's end as the as-of date; the first where the month is shorter. */
export function cutoffIn(line: Timeline, month: number): Cutoff {
  const first = monthStart(line, month);
  const date = addDays(addMonths(first, 1), -1 - line.daysLeft);
  return cutoffOn(line, date < first ? first : date, month);
}

/** The as-of date itself. */
export function asOfCutoff(line: Timeline): Cutoff {
  return cutoffIn(line, line.current);
}

/** The past thirteen weeks, the latest last, as far as the data reach. */
export function weeklyCutoffs(line: Timeline): Cutoff[] {
  const { date } = asOfCutoff(line);
  const dates = Array.from({ length: weeks }, (_, k) => addDays(date, -7 * (weeks - k)));
  return dates
    .filter((day) => day >= line.firstMonth)
    .map((day) => cutoffOn(line, day, monthsBetween(line.firstMonth, day)));
}

function cutoffOn(line: Timeline, date: PlainDate, origin: number): Cutoff {
  const end = addDays(monthStart(line, origin + 1), -1);
  return { date, origin, daysLeft: daysBetween(date, end) };
}
