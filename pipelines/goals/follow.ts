import type { FiscalCalendar, PlainDate } from "../../src/calendar.ts";
import type { Rest } from "../../src/goals/forecasted.ts";
import { addsUp, type Goal } from "../../src/goals/goal.ts";
import type { Series } from "../../src/goals/series.ts";
import { type Grid, type Now, nowOf, stepOf } from "../../src/goals/step.ts";
import { stepsOf } from "../../src/goals/value.ts";
import type { ForecastRow, GoalRow, InputRow, MilestoneRow } from "./rows.ts";

/** A goal with its KPI as far as it is known. */
export interface Followed {
  readonly row: GoalRow;
  readonly goal: Goal;
  readonly series: Series;
  /** What the forecast of bookings has still to come; null where it doesn't hold the due date. */
  readonly rest: Rest | null;
  /** How many deals the value at the end of a step rests on. */
  countAt(step: number): number;
  readonly grid: Grid;
  readonly now: Now;
  readonly asOf: PlainDate;
}

/** What is on file of one goal. */
export interface Sources {
  readonly milestones: readonly MilestoneRow[];
  readonly inputs: readonly InputRow[];
  readonly forecast: ForecastRow | undefined;
}

/** Lays a goal's KPI out step by step. */
export function follow(
  row: GoalRow,
  { milestones, inputs, forecast }: Sources,
  { asOf, calendar }: { readonly asOf: PlainDate; readonly calendar: FiscalCalendar },
): Followed {
  const goal = {
    measure: row.measure,
    better: row.better,
    baseline: row.baseline,
    target: row.target,
    isMaintained: row.is_maintained,
    start: row.start_date,
    due: row.due_date,
    milestones: milestones.map(({ due_date, value }) => ({ due: due_date, value })),
  };
  const grid: Grid =
    row.period === "month"
      ? { months: 1, offset: 0 }
      : { months: 3, offset: (calendar.startMonth - 1) % 3 };
  const steps = usable(inputs.filter(({ is_step }) => is_step)).map((input) => ({
    ...input,
    step: stepOf(input.period_start, grid),
  }));
  const plan = row.measure === "share" ? planOf(inputs) : 1;
  const counts = new Map(steps.map(({ step, n }) => [step, n]));
  return {
    row,
    goal,
    series: seriesOf(steps, goal, plan),
    rest: forecast && plan !== null ? restOf(forecast, plan) : null,
    countAt: (step) => countOver(counts, stepsOf(goal, step, grid)),
    grid,
    now: nowOf(asOf, grid),
    asOf,
  };
}

/**
 * A period that is over and still partial says nothing of a whole one: the data begin in it, or its
 * cohort's deals aren't decided yet.
 */
const usable = (inputs: readonly InputRow[]): readonly InputRow[] =>
  inputs.filter(({ is_complete, status }) => !is_complete || status !== "partial");

/** What a share is taken of: the plan for the goal's whole span; null where there is none above zero. */
function planOf(inputs: readonly InputRow[]): number | null {
  const plan = inputs.find(({ is_span }) => is_span)?.denominator ?? null;
  return plan !== null && plan > 0 ? plan : null;
}

const restOf = (row: ForecastRow, plan: number): Rest => ({
  mean: row.mean_cents / plan,
  ranges: ([50, 80, 95] as const).map((level) => ({
    coverage: level / 100,
    lower: row[`lower_${level}_cents`] / plan,
    upper: row[`upper_${level}_cents`] / plan,
  })),
  stated:
    row.chance === null || row.missing_cents === null
      ? null
      : { amount: row.missing_cents / plan, chance: row.chance },
});

function seriesOf(
  steps: readonly (InputRow & { readonly step: number })[],
  goal: Goal,
  plan: number | null,
): Series {
  const first = steps[0]?.step ?? 0;
  const length = steps.length === 0 ? 0 : (steps.at(-1)?.step ?? first) - first + 1;
  const numerator = Array<number | null>(length).fill(null);
  const denominator = Array<number | null>(length).fill(null);
  for (const { step, ...input } of steps) {
    const isUndivided = !addsUp(goal) && input.denominator === null;
    const above = isUndivided ? input.value : input.numerator;
    numerator[step - first] = above === null || plan === null ? null : above / plan;
    denominator[step - first] = isUndivided ? 1 : input.denominator;
  }
  return { first, numerator, denominator };
}

function countOver(
  counts: ReadonlyMap<number, number>,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  let total = 0;
  for (let step = first; step <= last; step++) total += counts.get(step) ?? 0;
  return total;
}
