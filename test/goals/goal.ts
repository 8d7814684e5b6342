import type { Goal } from "../../src/goals/goal.ts";
import type { Series } from "../../src/goals/series.ts";
import { type Grid, stepOf } from "../../src/goals/step.ts";

export const monthly: Grid = { months: 1, offset: 0 };

/** A goal of 2026 from 0 or 100 to 200, without milestones. */
export const goal = (changes: Partial<Goal> = {}): Goal => ({
  measure: "rate",
  better: "up",
  baseline: 100,
  target: 200,
  isMaintained: false,
  start: "2026-01-01",
  due: "2026-12-31",
  milestones: [],
  ...changes,
});

/** Months from a date on: sums, or rates where denominators are given. */
export const months = (
  from: string,
  numerator: readonly (number | null)[],
  denominator: readonly (number | null)[] = numerator.map(() => null),
): Series => ({ first: stepOf(from, monthly), numerator, denominator });
