import { Temporal } from "temporal-polyfill";
import { InputError } from "./errors.ts";

/** A plain date, `YYYY-MM-DD`. Plain dates compare as text. */
export type PlainDate = string;

/** Grains of a period, finest first. */
export const grains = ["month", "quarter", "year"] as const;
export type Grain = (typeof grains)[number];

/** A company's fiscal calendar: years of twelve calendar months that begin in `startMonth`. */
export interface FiscalCalendar {
  /** 1 (January) to 12. */
  readonly startMonth: number;
}

/** A fiscal period: `period` is the grain, `periodStart` its first day, `periodEnd` its last. */
export interface Period {
  readonly period: Grain;
  readonly periodStart: PlainDate;
  readonly periodEnd: PlainDate;
  /** As commands and pages write it: `2026-03`, `FY26-Q3`, `FY26`. */
  readonly label: string;
  /** The calendar year in which the fiscal year ends, which names it. */
  readonly fiscalYear: number;
}

const monthsIn: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/** @throws InputError when the text is no calendar date `YYYY-MM-DD` */
export function parsePlainDate(text: string): PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // out of the calendar, such as 2026-02-30: reported below like any other bad text
  }
  throw new InputError(`invalid date: "${text}"`, { remedy: "Write dates as YYYY-MM-DD." });
}

/** Whether a text is a calendar date `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  try {
    return parsePlainDate(text) === text;
  } catch {
    return false;
  }
}

/** The date `days` later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The date `months` later; a day that the month lacks becomes the month's last. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from one date to a later one: positive when `to` is later. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" })
    .days;
}

/** Whole calendar months from one date's month to another's. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const number = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return number(to) - number(from);
}

/** The days of the month that a date is in. */
export function daysInMonth(date: PlainDate): number {
  return Temporal.PlainDate.from(date).daysInMonth;
}

/** Mondays to Fridays of the month that a date is in, holidays left out. */
export function workingDaysInMonth(date: PlainDate, holidays: readonly PlainDate[] = []): number {
  const first = Temporal.PlainDate.from(date).with({ day: 1 });
  const isWorking = (_: unknown, day: number) => (first.dayOfWeek - 1 + day) % 7 < 5;
  const weekdays = Array.from({ length: first.daysInMonth }).filter(isWorking).length;
  const free = new Set(holidays.filter((day) => day.slice(0, 7) === date.slice(0, 7)));
  return weekdays - [...free].filter((day) => Temporal.PlainDate.from(day).dayOfWeek < 6).length;
}

/** The fiscal period of a grain that a date falls in. */
export function periodOf(date: PlainDate, grain: Grain, calendar: FiscalCalendar): Period {
  const { year, month } = Temporal.PlainDate.from(date);
  const monthOfYear = (month - calendar.startMonth + 12) % 12;
  const into = monthOfYear % monthsIn[grain];
  const start = Temporal.PlainDate.from({ year, month, day: 1 }).subtract({ months: into });
  return periodFrom(start, grain, calendar);
}

/** The period `count` periods after this one, before it when negative. */
export function shiftPeriod(period: Period, count: number, calendar: FiscalCalendar): Period {
  const months = count * monthsIn[period.period];
  return periodOf(addMonths(period.periodStart, months), period.period, calendar);
}

/** Every period of a grain that overlaps the dates, in order. */
export function periodsBetween(
  from: PlainDate,
  to: PlainDate,
  grain: Grain,
  calendar: FiscalCalendar,
): Period[] {
  const periods: Period[] = [];
  let period = periodOf(from, grain, calendar);
  while (period.periodStart <= to) {
    periods.push(period);
    period = shiftPeriod(period, 1, calendar);
  }
  return periods;
}

const labelPattern = /^(?:(\d{4})-(\d{2})|FY(\d{2})(?:-Q([1-4]))?)$/;

/**
 * Reads a period as people write it: `2026-03`, `FY26-Q3`, `FY26`.
 *
 * @throws InputError when it has none of these forms
 */
export function parsePeriod(label: string, calendar: FiscalCalendar): Period {
  const [, year, month, fiscalYear, quarter] = labelPattern.exec(label) ?? [];
  if (year && month && Number(month) >= 1 && Number(month) <= 12) {
    return periodOf(`${year}-${month}-01`, "month", calendar);
  }
  if (fiscalYear) {
    const endYear = 2000 + Number(fiscalYear);
    const startYear = calendar.startMonth === 1 ? endYear : endYear - 1;
    const first = `${startYear}-${String(calendar.startMonth).padStart(2, "0")}-01`;
    if (!quarter) return periodOf(first, "year", calendar);
    return periodOf(addMonths(first, (Number(quarter) - 1) * 3), "quarter", calendar);
  }
  throw new InputError(`invalid period: "${label}"`, {
    remedy: "Write a period as 2026-03, FY26-Q3 or FY26.",
  });
}

function periodFrom(
  start: Temporal.PlainDate,
  grain: Grain,
  { startMonth }: FiscalCalendar,
): Period {
  const end = start.add({ months: monthsIn[grain] }).subtract({ days: 1 });
  const monthOfYear = (start.month - startMonth + 12) % 12;
  const fiscalYear = start.subtract({ months: monthOfYear }).add({ months: 11 }).year;
  const fiscalLabel = `FY${String(fiscalYear % 100).padStart(2, "0")}`;
  const labels: Record<Grain, string> = {
    month: start.toString().slice(0, 7),
    quarter: `${fiscalLabel}-Q${Math.floor(monthOfYear / 3) + 1}`,
    year: fiscalLabel,
  };
  return {
    period: grain,
    periodStart: start.toString(),
    periodEnd: end.toString(),
    label: labels[grain],
    fiscalYear,
  };
}
