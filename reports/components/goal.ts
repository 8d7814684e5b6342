import { html } from "npm:htl";
import { formatFineRate, formatValue, type Unit } from "../src/format.js";
import type { Money } from "./quarterChart.js";

/** A goal as the page's file holds it; figures in the units of the KPI. */
export interface GoalRow {
  readonly goal_id: string;
  /** Its KPI and whose it is, with the due month where two goals share both. */
  readonly title: string;
  readonly parent_id: string | null;
  readonly unit: Unit;
  readonly measure: "sum" | "share" | "rate" | "period" | "level";
  readonly better: "up" | "down";
  readonly entity_type: string;
  readonly entity: string;
  readonly owner: string;
  readonly baseline: number;
  readonly target: number;
  readonly is_maintained: boolean;
  readonly start_date: string;
  readonly due_date: string;
  readonly note: string | null;
  /** When it was agreed; null where the file doesn't say. */
  readonly recorded_on: string | null;
  readonly status: Status;
  readonly value: number | null;
  readonly n: number | null;
  readonly asked: number | null;
  readonly progress_rate: number | null;
  readonly asked_rate: number | null;
  readonly count_seasons: number;
  readonly chance_rate: number | null;
  readonly expected: number | null;
  readonly lower_80: number | null;
  readonly upper_80: number | null;
  readonly count_forecasts: number | null;
  /** Whether chance and range are those of the forecast page; null where none is stated. */
  readonly is_forecast: boolean | null;
  readonly child_type: string | null;
  readonly count_combined: number | null;
  readonly count_other_metric: number | null;
  readonly combined_target: number | null;
  readonly buffer_rate: number | null;
  readonly is_covered: boolean | null;
  readonly missing: readonly string[];
}

export type Status =
  | "on_track"
  | "at_risk"
  | "off_track"
  | "reached"
  | "missed"
  | "not_started"
  | "no_value";

/** Each status by its word, and by a shape that tells it where colours don't. */
const words: Readonly<Record<Status, readonly [word: string, shape: string]>> = {
  on_track: ["On track", "●"],
  at_risk: ["At risk", "▲"],
  off_track: ["Off track", "■"],
  reached: ["Reached", "✓"],
  missed: ["Missed", "✕"],
  not_started: ["Not started", "○"],
  no_value: ["No value yet", "–"],
};

export const statusWord = (status: Status): string => words[status][0];

/** A status as shape and word. */
export function statusMark(status: Status): HTMLElement {
  const [word, shape] = words[status];
  return html`<span class=${`goal-status ${status}`}><span aria-hidden="true">${shape}</span> ${word}</span>`;
}

/** Where a goal's card stands on the page. */
export const goalAnchor = ({ goal_id }: GoalRow): string => `goal-${goal_id}`;

/** Whether its figures add up from nothing. */
export const addsUp = ({ measure }: GoalRow): boolean => measure === "sum" || measure === "share";

/** What a goal asks for: a place to get to, or a bound to hold. */
export function aimWords(goal: GoalRow, money: Money): string {
  const target = goalFigure(goal.target, goal, money);
  return goal.is_maintained ? `at ${goal.better === "up" ? "least" : "most"} ${target}` : target;
}

/** A figure of a goal in its unit, rates to a tenth of a percent; a missing one is a dash. */
export function goalFigure(
  value: number | null,
  { unit }: GoalRow,
  { currency_digits }: Money,
): string {
  if (value !== null && unit === "ratio") return formatFineRate(value);
  return formatValue(value, unit, currency_digits);
}
