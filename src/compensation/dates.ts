import {
  type FiscalCalendar,
  type Grain,
  type Period,
  type PlainDate,
  periodOf,
} from "../calendar.ts";

/** Up to which everything is known where nobody says up to when. */
export const endOfTime: PlainDate = "9999-12-31";

/** The fiscal period of a date; one object a period, so that periods compare by identity. */
export type PeriodFinder = (date: PlainDate, grain: Grain) => Period;

/** Periods of many credits, each reckoned once. */
export function periodFinder(calendar: FiscalCalendar): PeriodFinder {
  const byDate = {
    month: new Map(),
    quarter: new Map(),
    year: new Map(),
  } as const satisfies Record<Grain, Map<PlainDate, Period>>;
  const byStart = new Map<string, Period>();
  return (date, grain) => {
    const known: Period | undefined = byDate[grain].get(date);
    if (known) return known;
    const period = periodOf(date, grain, calendar);
    const key = `${grain} ${period.periodStart}`;
    const one = byStart.get(key) ?? period;
    byStart.set(key, one);
    byDate[grain].set(date, one);
    return one;
  };
}
