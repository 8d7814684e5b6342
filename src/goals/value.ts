import { addsUp, type Goal } from "./goal.ts";
import { rateOver, type Series, sumOver } from "./series.ts";
import { type Grid, type Now, spanOf } from "./step.ts";

/** Months that a rate looks back over: as many as the goal has, within these. */
const fewestMonths = 3;
const mostMonths = 12;

/**
 * Steps that a value of the goal is made of. A rate is taken over as many trailing months as the
 * goal lasts, 3 at least and 12 at most, so that on the due date it is the rate of the span itself.
 */
export function windowOf(goal: Goal, grid: Grid): number {
  if (goal.measure === "period" || goal.measure === "level") return 1;
  const { first, last } = spanOf(goal, grid);
  return Math.min(mostMonths, Math.max(fewestMonths, last - first + 1));
}

/**
 * A goal's value at the end of a step: what has added up since the start, or the trailing rate;
 * null where it can't be known.
 */
export function valueAt(goal: Goal, series: Series, step: number, grid: Grid): number | null {
  const { first, last } = stepsOf(goal, step, grid);
  return addsUp(goal) ? sumOver(series, first, last) : rateOver(series, first, last);
}

/** The steps that a value at the end of a step is made of. */
export function stepsOf(goal: Goal, step: number, grid: Grid): { first: number; last: number } {
  const first = addsUp(goal) ? spanOf(goal, grid).first : step - windowOf(goal, grid) + 1;
  return { first, last: step };
}

/** The last step that a goal's value of today includes: the one in progress, unless it is a period's. */
export function currentStep(goal: Goal, now: Now, grid: Grid): number {
  const isOpen = now.part > 0 && goal.measure !== "period";
  return Math.min(spanOf(goal, grid).last, isOpen ? now.step : now.step - 1);
}
