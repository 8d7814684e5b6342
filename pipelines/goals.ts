import { type Cascade, cascadeOf } from "../src/goals/cascade.ts";
import { addsUp } from "../src/goals/goal.ts";
import { partsOver } from "../src/goals/series.ts";
import { grouped } from "../src/statistics/grouped.ts";
import { type Followed, follow } from "./goals/follow.ts";
import type { ForecastRow, GoalRow, InputRow, MilestoneRow } from "./goals/rows.ts";
import { type Cell, statusRow, valueRows } from "./goals/standing.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { metricOf, metricsByName } from "./metrics/defined.ts";
import { type Run, sql } from "./run.ts";

interface EntityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly region_id: string | null;
  readonly team_id: string | null;
  readonly is_selling: boolean;
}

/**
 * The stage: how every goal of `goal` stands, by the history of its KPI in `kpi` and, where its
 * due date ends a forecast period, by `forecast`. Writes
 * `goal_status`, `goal_value` and `goal_cascade`; without goals they are empty.
 */
export async function goals(run: Run): Promise<void> {
  await runMarts(run, ["goal_input", "goal_forecast"]);
  const followed = await followedGoals(run);
  const { company } = run.workspace;
  const { minCell } = company.settings;
  const defined = metricsByName(company);
  const cellOf = ({ row }: Followed): Cell => ({
    needsMinCell: metricOf(defined, row.metric).needsMinCell,
    minCell,
  });
  const statuses = followed.map((one) => statusRow(one, cellOf(one)));
  await write(run, "goal_status", statuses);
  await write(
    run,
    "goal_value",
    followed.flatMap((one) => valueRows(one, cellOf(one))),
  );
  const entities = await run.warehouse.table<EntityRow>("goal_entity", [
    "entity_type",
    "entity_id",
  ]);
  await write(run, "goal_cascade", cascades(followed, entities));
}

async function followedGoals({ warehouse, workspace, asOf }: Run): Promise<Followed[]> {
  const rows = await warehouse.table<GoalRow>("goal", ["position"]);
  const milestones = await warehouse.table<MilestoneRow>("goal_milestone", ["goal_id", "due_date"]);
  const inputs = await warehouse.table<InputRow>("goal_input", [
    "goal_id",
    "period",
    "period_start",
  ]);
  const forecasts = await warehouse.table<ForecastRow>("goal_forecast", ["goal_id"]);
  const { calendar } = workspace.company;
  const [inputsOf, milestonesOf] = [byGoal(inputs), byGoal(milestones)];
  return rows.map((row) =>
    follow(
      row,
      {
        milestones: milestonesOf(row.goal_id),
        inputs: inputsOf(row.goal_id),
        forecast: forecasts.find(({ goal_id }) => goal_id === row.goal_id),
      },
      { asOf, calendar },
    ),
  );
}

function byGoal<Row extends { readonly goal_id: string }>(rows: readonly Row[]) {
  const groups = grouped(rows, ({ goal_id }) => goal_id);
  return (goalId: string): readonly Row[] => groups.get(goalId) ?? [];
}

async function write(run: Run, table: string, rows: readonly object[]): Promise<void> {
  await run.warehouse.run(sql(`tables/${table}`));
  await run.warehouse.append(table, rows);
  const reads = ["goal", "goal_entity", "goal_forecast", "goal_input", "goal_milestone"];
  await noteLineage(run, table, "pipelines/goals.ts", reads);
  run.progress.step(table, rows.length);
}

function cascades(followed: readonly Followed[], entities: readonly EntityRow[]) {
  const children = grouped(followed, ({ row }) => row.parent_id);
  return followed.flatMap(({ row, goal }) => {
    const under = children.get(row.goal_id);
    if (!under) return [];
    const parent = { ...row, addsUp: addsUp(goal) };
    return cascadeRow(row, cascadeOf(parent, under.map(childOf), partsOf(row, entities)));
  });
}

const childOf = ({ row, series, now, grid }: Followed) => ({
  metric: row.metric,
  entityType: row.entity_type,
  entityId: row.entity_id,
  target: row.target,
  weight: partsOver(series, now.step - 12 / grid.months, now.step - 1)?.denominator ?? null,
});

/** The entities under a goal's own that sell now, without the person who owns it. */
function partsOf({ entity_type, entity_id, owner_id }: GoalRow, entities: readonly EntityRow[]) {
  const isUnder = ({ region_id, team_id, ...entity }: EntityRow) => {
    if (entity_type === "company") return entity.entity_type !== "company";
    if (entity_type === "region") return region_id === entity_id && entity.entity_type !== "region";
    return entity_type === "team" && team_id === entity_id && entity.entity_type === "rep";
  };
  return entities
    .filter((entity) => entity.is_selling && entity.entity_id !== owner_id && isUnder(entity))
    .map((entity) => ({ type: entity.entity_type, id: entity.entity_id }));
}

const cascadeRow = (row: GoalRow, cascade: Cascade) => ({
  goal_id: row.goal_id,
  entity_type: cascade.entityType,
  count_combined: cascade.combined,
  count_other_metric: cascade.otherMetric,
  combined_target: cascade.combinedTarget,
  buffer_rate: cascade.buffer,
  is_covered: cascade.isCovered,
  missing: cascade.missing,
});
