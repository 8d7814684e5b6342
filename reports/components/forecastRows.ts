/** What an entity booked in a period. */
export interface HistoryRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly booked_cents: number;
  readonly is_complete: boolean;
}

/** What it is expected to book, with the ranges. */
export interface RangeRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly mean_cents: number;
  readonly lower_50_cents: number;
  readonly upper_50_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly lower_95_cents: number;
  readonly upper_95_cents: number;
  readonly quota_cents: number | null;
}
