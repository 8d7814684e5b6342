import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { readReport } from "./reading.ts";
import type { ScoreRow } from "./scorecard.ts";

export interface PeriodRow {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly is_current: boolean;
}

/** The fiscal periods that have a cell, in order. */
export async function scoredPeriods(
  warehouse: Warehouse,
  rows: readonly ScoreRow[],
): Promise<PeriodRow[]> {
  const found = new Set(rows.map((row) => `${row.period} ${row.period_start}`));
  const periods = await readReport<PeriodRow>(warehouse, "scored_period");
  return periods.filter((row) => found.has(`${row.period} ${row.period_start}`));
}
