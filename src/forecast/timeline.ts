import {
  addMonths,
  daysBetween,
  type FiscalCalendar,
  type Grain,
  grains,
  monthsBetween,
  type PlainDate,
  periodOf,
  periodsBetween,
  shiftPeriod,
} from "../calendar.ts";

/** A fiscal period in month numbers; `last` is inclusive. */
export interface TimelinePeriod {
  readonly period: Grain;
  readonly periodStart: PlainDate;
  readonly first: number;
  readonly last: number;
}

/** Months numbered from the first of the data, 0, up to the end of the next fiscal year. */
export interface Timeline {
  readonly firstMonth: PlainDate;
  /** The month that holds the as-of date. */
  readonly current: number;
  /** Fiscal month of the year (0 to 11) of month 0. */
  readonly fiscalOffset: number;
  /** Days of the current month after the as-of date. */
  readonly daysLeft: number;
  /** Periods of every grain that hold any numbered month, in order of grain and start. */
  readonly periods: readonly TimelinePeriod[];
}

/** The timeline from the month of `first` on, seen from `asOf`. */
export function timeline(first: PlainDate, asOf: PlainDate, calendar: FiscalCalendar): Timeline {
  const month = periodOf(asOf, "month", calendar);
  const firstMonth = periodOf(first < asOf ? first : asOf, "month", calendar).periodStart;
  const end = shiftPeriod(periodOf(asOf, "year", calendar), 1, calendar).periodEnd;
  const numberOf = (date: PlainDate) => monthsBetween(firstMonth, date);
  return {
    firstMonth,
    current: numberOf(month.periodStart),
    fiscalOffset: monthsBetween(periodOf(firstMonth, "year", calendar).periodStart, firstMonth),
    daysLeft: daysBetween(asOf, month.periodEnd),
    periods: grains.flatMap((grain) =>
      periodsBetween(firstMonth, end, grain, calendar).map((period) => ({
        period: grain,
        periodStart: period.periodStart,
        first: numberOf(period.periodStart),
        last: numberOf(period.periodEnd),
      })),
    ),
  };
}

/** Fiscal month of the year, 0 to 11, of a numbered month. */
export function fiscalMonth({ fiscalOffset }: Timeline, month: number): number {
  return (fiscalOffset + month) % 12;
}

/** The last month that a forecast made in `origin` reaches: the end of the next fiscal year. */
export function reach(line: Timeline, origin: number): number {
  return origin + (11 - fiscalMonth(line, origin)) + 12;
}

/** First day of a numbered month. */
export function monthStart({ firstMonth }: Timeline, month: number): PlainDate {
  return addMonths(firstMonth, month);
}
