import { readFileSync } from "node:fs";
import { type Measure, measureOf } from "../../src/metrics/measure.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import { currencyDigits } from "../../src/money.ts";
import type { GoalMetric, GoalNames } from "../../src/workspace/goal-names.ts";
import { type PlannedGoal, parseGoals } from "../../src/workspace/goals.ts";
import { noteLineage, runMarts } from "../lineage.ts";
import { definedMetrics, metricOf, metricsByName } from "../metrics/defined.ts";
import { recordedFiles } from "../recorded.ts";
import { type Run, sql } from "../run.ts";

/** Where a workspace keeps its goals. */
export const goalsPath = "plans/goals.yaml";

interface EntityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
}

/**
 * Writes `goal` and `goal_milestone` from `plans/goals.yaml`, and `goal_entity`, what a goal may be
 * set for. Without the file there are no goals.
 *
 * @throws InputErrors with every mistake in the file
 */
export async function writeGoals(run: Run): Promise<void> {
  const { warehouse, workspace, progress } = run;
  await runMarts(run, ["goal_entity"]);
  for (const table of ["goal", "goal_milestone"]) await warehouse.run(sql(`tables/${table}`));
  const file = recordedFiles(workspace, goalsPath, run.asOf).at(-1)?.file;
  const goals =
    file === undefined
      ? []
      : parseGoals(readFileSync(file, "utf8"), goalsPath, await namesOf(run), run.asOf);
  const defined = metricsByName(workspace.company);
  await warehouse.append(
    "goal",
    goals.map((goal, index) => goalRow(goal, metricOf(defined, goal.metric), index)),
  );
  await warehouse.append("goal_milestone", goals.flatMap(milestoneRows));
  for (const table of ["goal", "goal_milestone"]) {
    await noteLineage(run, table, "pipelines/goals/plan.ts", ["goal_entity", "rep"]);
  }
  progress.step("goal", goals.length);
}

async function namesOf({ warehouse, workspace: { company } }: Run): Promise<GoalNames> {
  const entities = await warehouse.table<EntityRow>("goal_entity", ["entity_type", "entity_id"]);
  const people = await warehouse.table<{ rep_id: string; name: string }>("rep", ["rep_id"]);
  return {
    metrics: definedMetrics(company).map(goalMetric),
    entities: entities.map((row) => ({
      type: row.entity_type,
      id: row.entity_id,
      name: row.name,
    })),
    people: people.map(({ rep_id, name }) => ({ id: rep_id, name })),
    currencyDigits: currencyDigits(company.currency),
    calendar: company.calendar,
  };
}

const spans: Readonly<Record<Measure, GoalMetric["span"]>> = {
  sum: "months",
  share: "period",
  rate: "any",
  period: "any",
  level: "any",
};

const goalMetric = (metric: Metric): GoalMetric => ({
  name: metric.name,
  unit: metric.unit,
  better: metric.better,
  entityTypes: metric.entityTypes,
  partedBy: metric.partedBy,
  span: spans[measureOf(metric)],
});

/** The grain of `kpi` that a measure is followed by. */
const grains: Readonly<Record<Measure, "month" | "quarter">> = {
  sum: "month",
  share: "month",
  rate: "month",
  period: "quarter",
  level: "quarter",
};

function goalRow(goal: PlannedGoal, metric: Metric, index: number) {
  const measure = measureOf(metric);
  return {
    goal_id: goal.id,
    position: index + 1,
    metric: goal.metric,
    measure,
    period: grains[measure],
    unit: metric.unit,
    better: metric.better,
    entity_type: goal.entityType,
    entity_id: goal.entityId,
    baseline: goal.baseline,
    target: goal.target,
    is_maintained: goal.isMaintained,
    start_date: goal.start,
    due_date: goal.due,
    owner_id: goal.owner,
    parent_id: goal.parent,
    note: goal.note,
    recorded_on: goal.recordedOn,
    line: goal.line,
  };
}

const milestoneRows = ({ id, milestones }: PlannedGoal) =>
  milestones.map(({ due, value }) => ({ goal_id: id, due_date: due, value }));
