import {
  addDays,
  addMonths,
  type FiscalCalendar,
  type PlainDate,
  periodOf,
} from "../../calendar.ts";
import { epochDay } from "../epoch.ts";

/**
 * A week after a cutoff, cut where a month ends, so that weeks add up to months: the last seven
 * days of a month, the seven before, the seven before those, and the seven to ten first.
 */
export interface Step {
  /** Epoch days, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Working days; one of the weekend counts as a tenth of one. */
  readonly exposure: number;
  /** Weeks from the end of the cutoff to the middle of the step. */
  readonly weeks: number;
  /** Its place in the fiscal quarter, 0 to 11: four to a month. */
  readonly place: number;
  /** Its place in the last month of the fiscal year, 0 to 3; −1 in any other. */
  readonly yearEnd: number;
}

const weekendShare = 0.1;

/** The steps of the months after a cutoff, the rest of its own month first. */
export function stepsAfter(cutoff: PlainDate, calendar: FiscalCalendar, months = 13): Step[] {
  const from = epochDay(cutoff);
  const steps: Step[] = [];
  for (let ahead = 0; ahead <= months; ahead++) {
    const month = periodOf(addMonths(`${cutoff.slice(0, 7)}-01`, ahead), "month", calendar);
    const last = epochDay(month.periodEnd);
    const bounds = [epochDay(month.periodStart) - 1, last - 21, last - 14, last - 7, last];
    const placed = placeOf(month.periodStart, calendar);
    for (const [week, end] of bounds.slice(1).entries()) {
      const first = Math.max(bounds[week] ?? Number.NaN, from) + 1;
      if (first <= end) steps.push(stepOf(first, end, { from, week, ...placed }));
    }
  }
  return steps;
}

interface Placed {
  readonly from: number;
  /** 0 to 3. */
  readonly week: number;
  readonly monthOfQuarter: number;
  readonly isYearEnd: boolean;
}

const stepOf = (first: number, last: number, placed: Placed): Step => ({
  first,
  last,
  exposure: exposureOf(first, last),
  weeks: ((first + last - 1) / 2 - placed.from) / 7,
  place: placed.monthOfQuarter * 4 + placed.week,
  yearEnd: placed.isYearEnd ? placed.week : -1,
});

function placeOf(monthStart: PlainDate, calendar: FiscalCalendar) {
  const monthOfYear = (Number(monthStart.slice(5, 7)) - calendar.startMonth + 12) % 12;
  return { monthOfQuarter: monthOfYear % 3, isYearEnd: monthOfYear === 11 };
}

function exposureOf(first: number, last: number): number {
  let total = 0;
  // 1970-01-01 was a Thursday
  for (let day = first; day <= last; day++) total += (day + 3) % 7 >= 5 ? weekendShare : 1;
  return total;
}

/** The step that a day falls in, the first where it lies before; −1 beyond the last. */
export function stepOfDay(steps: readonly Step[], day: number): number {
  return steps.findIndex((step) => day <= step.last);
}

/** The last day of the fiscal quarter that holds a date, and of the next one, as epoch days. */
export function quarterEnds(date: PlainDate, calendar: FiscalCalendar): readonly [number, number] {
  const end = periodOf(date, "quarter", calendar).periodEnd;
  const next = periodOf(addDays(end, 1), "quarter", calendar).periodEnd;
  return [epochDay(end), epochDay(next)];
}
