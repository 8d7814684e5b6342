import type { Grain, PlainDate } from "../src/calendar.ts";
import { type PeriodErrors, valueAdded } from "../src/forecast/value-added.ts";
import { grouped } from "../src/statistics/grouped.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** Every forecast and call of a period that is over, and how they came out. */
const marts = [
  "forecast_scored",
  "forecast_accuracy",
  "forecast_call_scored",
  "forecast_call_accuracy",
  "forecast_step",
] as const;

/** What was compared; null where everybody's or every entity's errors are taken together. */
interface Comparison {
  readonly basis: string;
  readonly step: string;
  readonly category: string | null;
  readonly entity_type: string;
  readonly entity_id: string | null;
  readonly called_by: string | null;
  readonly period: Grain;
  readonly horizon: number;
}

interface StepRow extends Comparison {
  readonly period_start: PlainDate;
  readonly n: number;
  readonly before_cents: number;
  readonly after_cents: number;
  readonly actual_cents: number;
}

/**
 * The step after forecasts and KPIs: scores what was forecast, published and called of periods that
 * are over, and writes `forecast_value_added`, by entity, over all of a type, and by person.
 */
export async function scores(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await runMarts(run, marts);
  await scoreSteps(run);
}

/** Writes `forecast_value_added` from `forecast_step`. */
export async function scoreSteps(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  const steps = await run.warehouse.table<StepRow>("forecast_step", [
    "basis",
    "step",
    "category",
    "entity_type",
    "entity_id",
    "called_by",
    "period",
    "horizon",
    "period_start",
  ]);
  const rows = [...grouped(steps.flatMap(comparisons), ([key]) => key).values()].flatMap(addedRow);
  await run.warehouse.run(sql("tables/forecast_value_added"));
  await run.warehouse.append("forecast_value_added", rows);
  await noteLineage(run, "forecast_value_added", "pipelines/scores.ts", ["forecast_step"]);
  run.progress.step("forecast_value_added", rows.length);
}

type Compared = readonly [key: string, of: Comparison, step: StepRow];

/** What a row counts for: its entity, every entity of its type, and who called. */
function comparisons(step: StepRow): Compared[] {
  const { basis, category, entity_type, entity_id, called_by, period, horizon } = step;
  const shared = { basis, step: step.step, category, entity_type, period, horizon };
  const of: Comparison[] = [
    { ...shared, entity_id, called_by: null },
    { ...shared, entity_id: null, called_by: null },
    ...(called_by === null ? [] : [{ ...shared, entity_id: null, called_by }]),
  ];
  return of.map((one) => [JSON.stringify(Object.values(one)), one, step]);
}

function addedRow(compared: readonly Compared[]) {
  const [head] = compared;
  if (!head) return [];
  const periods = grouped(compared, ([, , step]) => step.period_start);
  const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
  const added = valueAdded(sorted.map(([, rows]) => errorsOf(rows.map(([, , step]) => step))));
  return [
    {
      ...head[1],
      n: added.n,
      count_periods: added.periods,
      before_cents: added.before,
      after_cents: added.after,
      actual_cents: added.actual,
      added_rate: added.rate,
      lower_rate: added.lower,
      upper_rate: added.upper,
    },
  ];
}

const errorsOf = (steps: readonly StepRow[]): PeriodErrors => ({
  n: sumOf(steps, (step) => step.n),
  before: sumOf(steps, (step) => step.before_cents),
  after: sumOf(steps, (step) => step.after_cents),
  actual: sumOf(steps, (step) => step.actual_cents),
});

const sumOf = (steps: readonly StepRow[], of: (step: StepRow) => number) =>
  steps.reduce((total, step) => total + of(step), 0);
