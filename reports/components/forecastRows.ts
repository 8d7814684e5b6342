import { type ColumnTable, rowsWhere } from "./arrowRows.js";

/** What an entity booked in a period; a flag is 1 or 0. */
export interface HistoryRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly booked_cents: number;
  readonly is_complete: number;
}

/** What it is expected to book, with the ranges, the target, and what others say of it. */
export interface RangeRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_current: number;
  readonly model: string;
  /** Null of a period that hasn't begun. */
  readonly booked_cents: number | null;
  readonly mean_cents: number;
  readonly lower_50_cents: number;
  readonly upper_50_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly lower_95_cents: number;
  readonly upper_95_cents: number;
  readonly target_cents: number | null;
  readonly chance: number | null;
  readonly series_cents: number | null;
  readonly pipeline_cents: number | null;
  readonly stage_weighted_cents: number | null;
  readonly naive_cents: number | null;
  readonly commit_cents: number | null;
  readonly best_case_cents: number | null;
  readonly pipeline_call_cents: number | null;
  readonly called_on: string | null;
}

/** What was forecast of a period at a past cutoff, and booked by then. */
export interface PathRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly cutoff: string;
  readonly booked_cents: number;
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly chance: number | null;
}

const place = ["entity_type", "entity_id", "period", "period_start"] as const;

const rangeNames: readonly (keyof RangeRow)[] = [
  ...place,
  "name",
  "label",
  "is_current",
  "model",
  "booked_cents",
  "mean_cents",
  "lower_50_cents",
  "upper_50_cents",
  "lower_80_cents",
  "upper_80_cents",
  "lower_95_cents",
  "upper_95_cents",
  "target_cents",
  "chance",
  "series_cents",
  "pipeline_cents",
  "stage_weighted_cents",
  "naive_cents",
  "commit_cents",
  "best_case_cents",
  "pipeline_call_cents",
  "called_on",
];

export const rangesOf = (table: ColumnTable, where: Partial<RangeRow>): RangeRow[] =>
  rowsWhere(table, rangeNames, where);

export const historyOf = (table: ColumnTable, where: Partial<HistoryRow>): HistoryRow[] =>
  rowsWhere(table, [...place, "booked_cents", "is_complete"], where);

export const pathOf = (table: ColumnTable, where: Partial<PathRow>): PathRow[] =>
  rowsWhere(
    table,
    [
      ...place,
      "cutoff",
      "booked_cents",
      "mean_cents",
      "lower_80_cents",
      "upper_80_cents",
      "chance",
    ],
    where,
  );
