import type { ComparedKpi } from "../../src/narrative/judged.ts";
import type { ScoreRow, scoredMetrics } from "./scorecard.ts";
import type { PeriodRow } from "./scored-periods.ts";

export interface ClosedQuarterRow {
  readonly entity_type: string;
  readonly period_start: string;
  readonly difference_cents: number;
  readonly is_changed: boolean;
}

type Scored = ReturnType<typeof scoredMetrics>;

/** The company's quarter in progress beside the same quarter a year before, at the same day. */
export function quarterFacts(
  rows: readonly ScoreRow[],
  metrics: Scored,
  periods: readonly PeriodRow[],
) {
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current);
  const cells = rows.filter(
    (row) =>
      row.entity_type === "company" &&
      row.period === "quarter" &&
      row.period_start === quarter?.period_start &&
      row.breakdown === null,
  );
  const cellOf = (metric: string) => cells.find((cell) => cell.metric === metric);
  const compared = metrics.flatMap(({ metric, label, unit, better, is_share }): ComparedKpi[] => {
    const cell = cellOf(metric);
    if (!cell || cell.value === null || cell.year_before === null) return [];
    const { value, n, year_before: before, year_before_n } = cell;
    const cases = is_share && year_before_n !== null ? { now: n, before: year_before_n } : null;
    return [{ metric, label, unit, better, value, before, cases }];
  });
  return {
    label: quarter?.label ?? null,
    is_over: quarter?.is_complete ?? false,
    bookings_cents: cellOf("bookings")?.value ?? null,
    attainment: cellOf("quota_attainment")?.value ?? null,
    compared,
  };
}

/** What closed quarters became since, all in all. */
export function restatedFacts(closed: {
  readonly quarters: readonly ClosedQuarterRow[];
  readonly deals: readonly object[];
}) {
  const quarters = closed.quarters.filter((row) => row.entity_type === "company");
  return {
    quarters: quarters.length,
    changed: quarters.filter((row) => row.is_changed).length,
    deals: closed.deals.length,
    difference_cents: quarters.reduce((sum, row) => sum + row.difference_cents, 0),
  };
}
