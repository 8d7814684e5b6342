import { compare } from "../../pipelines/compare.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { emptyWarehouse, type Kpi, type TestCompany } from "./company.ts";
import { fill } from "./fill.ts";

/** A row of `same_day`. */
export interface SameDay {
  readonly metric: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly view: string;
  readonly period: string;
  readonly compared_with: string;
  readonly earlier_start: string;
  readonly until: string;
  readonly value: number | null;
  readonly n: number;
  readonly is_too_few: boolean;
}

/** What earlier periods of a company had at the same day, and its KPIs. */
export async function compared(company: TestCompany) {
  const warehouse = await emptyWarehouse();
  try {
    await fill(warehouse, company);
    const run = { warehouse, progress: silentProgress };
    await metrics(run);
    await compare(run);
    const keys = ["metric", "entity_type", "entity_id", "view", "period", "compared_with"];
    return {
      rows: await warehouse.table<SameDay>("same_day", keys),
      kpis: await warehouse.table<Kpi>("kpi", [
        "metric",
        "entity_type",
        "entity_id",
        "period_start",
      ]),
    };
  } finally {
    warehouse.close();
  }
}

/** All rows that have this in common. */
export const find = (rows: readonly SameDay[], wanted: Partial<SameDay>) =>
  rows.filter((row) =>
    Object.entries(wanted).every(([key, value]) => row[key as keyof SameDay] === value),
  );
