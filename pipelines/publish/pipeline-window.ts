import { addDays, type PlainDate } from "../../src/calendar.ts";
import type { Span } from "../../src/opportunity/state.ts";

/** A row of the table `fiscal_period`. */
export interface PeriodRow {
  readonly period: string;
  readonly period_start: PlainDate;
  readonly period_end: PlainDate;
  readonly label: string;
  readonly is_complete: boolean;
  readonly is_current: boolean;
}

/** Two dates that readers ask about often, and the close dates whose pipeline they ask about. */
export interface Window {
  readonly name: "quarter" | "week" | "last-quarter" | "year";
  readonly label: string;
  /** Its end is where the comparison begins. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The fiscal period of the close dates, as `fiscal_period` labels it. */
  readonly span_label: string;
  readonly span: NonNullable<Span>;
}

/**
 * The windows that a company's data reach back to: since the quarter began, the last seven days,
 * the last quarter, and since the year began.
 */
export function windowsOf(
  periods: readonly PeriodRow[],
  asOf: PlainDate,
  firstKnown: PlainDate | null,
): Window[] {
  const named = (period: string) =>
    periods.find((row) => row.period === period && row.is_current) ?? null;
  const [quarter, year] = [named("quarter"), named("year")];
  const before = periods.find(
    ({ period, period_end }) =>
      period === "quarter" && quarter !== null && period_end === addDays(quarter.period_start, -1),
  );
  const week = quarter && { from: addDays(asOf, -7), to: asOf };
  const windows = [
    quarter && windowOf("quarter", "Since the quarter began", quarter, since(quarter, asOf)),
    week && windowOf("week", "Last 7 days", quarter, week),
    before && windowOf("last-quarter", "Last quarter", before, since(before, before.period_end)),
    year && windowOf("year", "Since the year began", year, since(year, asOf)),
  ];
  return windows.filter(
    (window): window is Window => !!window && firstKnown !== null && window.from >= firstKnown,
  );
}

const since = ({ period_start }: PeriodRow, to: PlainDate) => ({
  from: addDays(period_start, -1),
  to,
});

const windowOf = (
  name: Window["name"],
  label: string,
  { label: span_label, period_start, period_end }: PeriodRow,
  dates: Pick<Window, "from" | "to">,
): Window => ({
  name,
  label,
  ...dates,
  span_label,
  span: { start: period_start, end: period_end },
});
