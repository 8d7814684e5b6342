import { type Day, monthOf, monthStart } from "./days.ts";

/** Fiscal quarters and years by day number, for years that begin in a given month. */
export interface Fiscal {
  readonly startMonth: number;
  /** Quarters since the fiscal year that began in 1970. */
  quarterOf(day: Day): number;
  quarterStart(quarter: number): Day;
  /** The last day of the quarter that a day falls in. */
  quarterEnd(day: Day): Day;
  /** 0 to 3. */
  quarterOfYear(day: Day): number;
  /** The calendar year in which the fiscal year ends. */
  yearOf(day: Day): number;
  yearStart(year: number): Day;
}

/** @param startMonth 1 (January) to 12 */
export function createFiscal(startMonth: number): Fiscal {
  const shift = startMonth - 1;
  const endsNextYear = startMonth === 1 ? 0 : 1;
  const quarterOf = (day: Day) => Math.floor((monthOf(day) - shift) / 3);
  const quarterStart = (quarter: number) => monthStart(quarter * 3 + shift);
  return {
    startMonth,
    quarterOf,
    quarterStart,
    quarterEnd: (day) => quarterStart(quarterOf(day) + 1) - 1,
    quarterOfYear: (day) => quarterOf(day) % 4,
    yearOf: (day) => 1970 + Math.floor(quarterOf(day) / 4) + endsNextYear,
    yearStart: (year) => quarterStart((year - 1970 - endsNextYear) * 4),
  };
}

/** `FY26` */
export const yearLabel = (year: number) => `FY${String(year % 100).padStart(2, "0")}`;
/** `FY26-Q3` for quarter 2 of year 2026. */
export const quarterLabel = (year: number, quarterOfYear: number) =>
  `${yearLabel(year)}-Q${quarterOfYear + 1}`;
