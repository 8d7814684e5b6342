import { formatMonth } from "../../../src/format.ts";
import { minimumForecasts, minimumStretches } from "../../../src/goals/outlook.ts";
import { goalsAnswer } from "../../../src/narrative/goals.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { metricNamed, readMetrics, readReport } from "../reading.ts";

interface StandingRow {
  readonly goal_id: string;
  readonly parent_id: string | null;
  readonly metric: string;
  readonly entity_type: string;
  readonly entity: string;
  readonly due_date: string;
  readonly target: number;
  readonly status: string;
  readonly chance_rate: number | null;
  readonly is_forecast: boolean | null;
  readonly child_type: string | null;
  readonly missing: readonly string[] | null;
}

interface EntityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
}

/** Every goal: how it stands, the path of its KPI, and how its children add up. */
export async function goals(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const rows = await readReport<StandingRow>(warehouse, "goal_standing");
  const entities = await warehouse.table<EntityRow>("goal_entity", ["entity_type", "entity_id"]);
  const metrics = await readMetrics(warehouse);
  const names = new Map(entities.map((row) => [`${row.entity_type} ${row.entity_id}`, row.name]));
  const standings = inOrder(rows).map((row) => {
    const metric = metricNamed(metrics, row.metric);
    const nameOf = (id: string) => names.get(`${row.child_type} ${id}`) ?? id;
    return {
      ...row,
      title: titleOf(row, rows, metric.label),
      label: metric.label,
      unit: metric.unit,
      missing: (row.missing ?? []).map(nameOf),
    };
  });
  const answer = goalsAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    goals: standings,
    minimum: { forecasts: minimumForecasts, stretches: minimumStretches },
  });
  const body = {
    goals: standings,
    values: await warehouse.table("goal_value", ["goal_id", "date"]),
    milestones: await warehouse.table("goal_milestone", ["goal_id", "due_date"]),
  };
  const file = { name: "goals.json", audience: "leadership", content: { body } } as const;
  return { path: "/goals", answer, files: [file] };
}

/** What is decided comes last, with all that served it. */
function inOrder(rows: readonly StandingRow[]): StandingRow[] {
  const isDecided = ({ status }: StandingRow) =>
    Number(status === "reached" || status === "missed");
  const rootOf = (row: StandingRow): StandingRow => {
    const parent = rows.find(({ goal_id }) => goal_id === row.parent_id);
    return parent ? rootOf(parent) : row;
  };
  return [...rows].sort((a, b) => isDecided(rootOf(a)) - isDecided(rootOf(b)));
}

/** `Bookings, Americas`; with the entity's type or the due month where another goal reads alike. */
function titleOf(goal: StandingRow, rows: readonly StandingRow[], label: string): string {
  const { metric, entity, entity_type, due_date } = goal;
  const alike = rows.filter((row) => row.metric === metric && row.entity === entity);
  const same = alike.filter((row) => row.entity_type === entity_type);
  const type = same.length < alike.length ? ` (${entity_type})` : "";
  const due = same.length > 1 ? `, ${formatMonth(due_date)}` : "";
  return `${label}, ${entity}${type}${due}`;
}
