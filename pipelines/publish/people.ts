import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { ReportFile } from "./file.ts";
import { dealKinds, type OpenDealRow } from "./open-deals.ts";
import { readReport } from "./reading.ts";

interface ActivityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly kind: string;
  readonly view: string;
  readonly activity_count: number;
}

interface MedianRow {
  readonly entity_type: string;
  readonly role: string;
  readonly among: string;
  readonly among_id: string;
  readonly metric: string;
  readonly period_start: string;
  readonly median: number;
  readonly n: number;
}

const activityKinds = {
  entity_type: "word",
  entity_id: "word",
  period_start: "word",
  kind: "word",
  view: "word",
  activity_count: "whole",
} as const;

const medianKinds = {
  entity_type: "word",
  role: "word",
  among: "word",
  among_id: "word",
  metric: "word",
  period_start: "word",
  median: "number",
  n: "whole",
} as const;

/** What the pages of reps and teams share: open deals, activities by month, medians of peers. */
export async function peopleFiles(
  warehouse: Warehouse,
  deals: readonly OpenDealRow[],
): Promise<ReportFile[]> {
  const activities = await readReport<ActivityRow>(warehouse, "activity_month");
  const medians = await readReport<MedianRow>(warehouse, "peer_median");
  const tables = {
    "open-deals": columnar(deals, dealKinds),
    activities: columnar(activities, activityKinds),
    medians: columnar(medians, medianKinds),
  };
  return Object.entries(tables).map(([name, table]) => ({
    name: `${name}.arrow`,
    audience: "leadership",
    content: { table },
  }));
}
