import type { PeerAttainment } from "../../src/narrative/people.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { ReportFile } from "./file.ts";
import { type OpenDealRow, openDealTables } from "./open-deals.ts";
import { readReport } from "./reading.ts";

interface ActivityRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly kind: string;
  readonly view: string;
  readonly activity_count: number;
}

export interface MedianRow {
  readonly entity_type: string;
  readonly role: string;
  readonly among: string;
  readonly among_id: string;
  readonly metric: string;
  readonly period_start: string;
  readonly median: number;
  readonly n: number;
}

export const readMedians = (warehouse: Warehouse): Promise<MedianRow[]> =>
  readReport(warehouse, "peer_median");

/** What half of the active reps of a role have attained of a quarter's quota; null where too few have one. */
export const peerAttainment = (
  medians: readonly MedianRow[],
  role: string | null,
  period_start: string | undefined,
): PeerAttainment | null =>
  medians.find(
    (row) =>
      row.metric === "quota_attainment" &&
      row.entity_type === "rep" &&
      row.among === "company" &&
      row.role === (role ?? "") &&
      row.period_start === period_start,
  ) ?? null;

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
  medians: readonly MedianRow[],
): Promise<ReportFile[]> {
  const activities = await readReport<ActivityRow>(warehouse, "activity_month");
  const tables = {
    ...openDealTables(deals),
    activities: columnar(activities, activityKinds),
    medians: columnar(medians, medianKinds),
  };
  return Object.entries(tables).map(([name, table]) => ({
    name: `${name}.arrow`,
    audience: "leadership",
    content: { table },
  }));
}
