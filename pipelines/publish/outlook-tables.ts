import { columnar } from "./columnar.ts";

/** An entity's forecast of a period, whole minor units; null where nothing is known of it. */
export interface RangeRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_current: boolean;
  readonly model: string;
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

/** What an entity booked in a period that has begun. */
export interface HistoryRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly booked_cents: number;
  readonly is_complete: boolean;
}

/** What was forecast of a period at a past cutoff. */
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

const place = {
  entity_type: "word",
  entity_id: "word",
  period: "word",
  period_start: "word",
} as const;

export const rangeTable = (rows: readonly RangeRow[]) =>
  columnar(rows, {
    ...place,
    name: "word",
    label: "word",
    is_current: "whole",
    model: "word",
    booked_cents: "number",
    mean_cents: "number",
    lower_50_cents: "number",
    upper_50_cents: "number",
    lower_80_cents: "number",
    upper_80_cents: "number",
    lower_95_cents: "number",
    upper_95_cents: "number",
    target_cents: "number",
    chance: "number",
    series_cents: "number",
    pipeline_cents: "number",
    stage_weighted_cents: "number",
    naive_cents: "number",
    commit_cents: "number",
    best_case_cents: "number",
    pipeline_call_cents: "number",
    called_on: "word",
  });

export const historyTable = (rows: readonly HistoryRow[]) =>
  columnar(rows, { ...place, booked_cents: "number", is_complete: "whole" });

export const pathTable = (rows: readonly PathRow[]) =>
  columnar(rows, {
    ...place,
    cutoff: "word",
    booked_cents: "number",
    mean_cents: "number",
    lower_80_cents: "number",
    upper_80_cents: "number",
    chance: "number",
  });
