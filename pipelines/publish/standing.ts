import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { type MetricRow, readReport } from "./reading.ts";

interface StandingRow {
  readonly goal_id: string;
  readonly metric: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly entity: string;
  readonly owner_id: string;
  readonly target: number;
  readonly due_date: string;
  readonly start_date: string;
  readonly is_maintained: boolean;
  readonly status: string;
  readonly value: number | null;
  readonly chance_rate: number | null;
}

/** Goals under way, as scorecards and people's pages name them. */
export async function goalsUnderWay(warehouse: Warehouse, metrics: readonly MetricRow[]) {
  const rows = await readReport<StandingRow>(warehouse, "goal_standing");
  const metricOf = new Map(metrics.map((metric) => [metric.metric, metric]));
  return rows.flatMap((row) => {
    const metric = metricOf.get(row.metric);
    if (!metric || row.status === "reached" || row.status === "missed") return [];
    const { goal_id, entity_type, entity_id, entity, owner_id } = row;
    const goal = { goal_id, metric: row.metric, label: metric.label, unit: metric.unit };
    const { target, start_date, due_date, is_maintained, status, value, chance_rate } = row;
    return [
      {
        ...goal,
        entity_type,
        entity_id,
        entity,
        owner_id,
        target,
        start_date,
        due_date,
        is_maintained,
        status,
        value,
        chance_rate,
      },
    ];
  });
}
