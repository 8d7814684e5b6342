import type { PlainDate } from "../../src/calendar.ts";
import type { Measure } from "../../src/goals/goal.ts";

/** A row of `goal`. */
export interface GoalRow {
  readonly goal_id: string;
  readonly metric: string;
  readonly measure: Measure;
  readonly period: "month" | "quarter";
  readonly unit: string;
  readonly better: "up" | "down";
  readonly entity_type: string;
  readonly entity_id: string;
  readonly baseline: number;
  readonly target: number;
  readonly is_maintained: boolean;
  readonly start_date: PlainDate;
  readonly due_date: PlainDate;
  readonly owner_id: string;
  readonly parent_id: string | null;
}

export interface MilestoneRow {
  readonly goal_id: string;
  readonly due_date: PlainDate;
  readonly value: number;
}

/** A row of `goal_input`. */
export interface InputRow {
  readonly goal_id: string;
  readonly period_start: PlainDate;
  readonly is_step: boolean;
  readonly is_span: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly n: number;
  readonly status: string;
  readonly is_complete: boolean;
}

/** A row of `goal_forecast`. */
export interface ForecastRow {
  readonly goal_id: string;
  readonly mean_cents: number;
  readonly lower_50_cents: number;
  readonly upper_50_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly lower_95_cents: number;
  readonly upper_95_cents: number;
  /** Of what the forecast's own target still needs; null where it has none. */
  readonly missing_cents: number | null;
  readonly chance: number | null;
}
