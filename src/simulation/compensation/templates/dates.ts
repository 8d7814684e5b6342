import type { PlainDate } from "../../../calendar.ts";
import { dateText } from "../../days.ts";
import type { Fiscal } from "../../fiscal.ts";

/** When the templates hold: the next fiscal year, so that a copy overlaps no plan there is. */
export interface TemplateDates {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly recorded: PlainDate;
  /** The first quarter's last day, and the second's. */
  readonly quarterEnd: PlainDate;
  readonly halfYearEnd: PlainDate;
  readonly startMonth: number;
  /** A day of the year, counted from 0. */
  readonly day: (count: number) => PlainDate;
}

export function templateDates(fiscal: Fiscal, year: number): TemplateDates {
  const start = fiscal.yearStart(year);
  const endOf = (quarter: number) =>
    dateText(fiscal.quarterStart(fiscal.quarterOf(start) + quarter) - 1);
  return {
    from: dateText(start),
    until: endOf(4),
    recorded: dateText(start - 14),
    quarterEnd: endOf(1),
    halfYearEnd: endOf(2),
    startMonth: fiscal.startMonth,
    day: (count) => dateText(start + count),
  };
}
