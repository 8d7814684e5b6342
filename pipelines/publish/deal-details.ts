import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { ReportFile } from "./file.ts";
import type { OpenDealRow } from "./open-deals.ts";
import { readReport } from "./reading.ts";

interface OfDeal {
  readonly opportunity_id: string;
}

interface WeekRow extends OfDeal {
  readonly week_end: string;
  readonly won_rate: number;
  readonly lost_rate: number;
}

interface VersionRow extends OfDeal {
  readonly valid_from: string;
  readonly known_from: string | null;
  readonly status: string;
  readonly stage: string | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
  readonly owner: string | null;
}

interface ActivityRow extends OfDeal {
  readonly period_start: string;
  readonly kind: string;
  readonly activity_count: number;
}

const weekKinds = {
  deal: "whole",
  week_end: "word",
  won_rate: "number",
  lost_rate: "number",
} as const;

const versionKinds = {
  deal: "whole",
  valid_from: "word",
  known_from: "word",
  status: "word",
  stage: "word",
  bookings_cents: "number",
  close_date: "word",
  owner: "word",
} as const;

const activityKinds = {
  deal: "whole",
  period_start: "word",
  kind: "word",
  activity_count: "whole",
} as const;

const reasonKinds = {
  deal: "whole",
  feature: "word",
  value: "word",
  amount: "number",
  effect: "number",
} as const;

/**
 * What a page shows of one deal when it is asked for it: its chances by week, its past states, its
 * activities and all its reasons. A row names its deal by its place among the open ones.
 */
export async function dealDetailFiles(
  warehouse: Warehouse,
  deals: readonly OpenDealRow[],
): Promise<ReportFile[]> {
  const places = new Map(deals.map(({ opportunity_id }, place) => [opportunity_id, place]));
  const weeks = await readReport<WeekRow>(warehouse, "deal_week");
  const versions = await readReport<VersionRow>(warehouse, "deal_version");
  const activities = await readReport<ActivityRow>(warehouse, "deal_activity");
  const tables = {
    "deal-week": columnar(placed(weeks, places), weekKinds),
    "deal-version": columnar(placed(versions, places), versionKinds),
    "deal-activity": columnar(placed(activities, places), activityKinds),
    "deal-reason": columnar(placed(reasonRows(deals), places), reasonKinds),
  };
  return Object.entries(tables).map(([name, table]) => ({
    name: `${name}.arrow`,
    audience: "leadership",
    content: { table },
  }));
}

/** A value is a word or a number. */
const reasonRows = (deals: readonly OpenDealRow[]) =>
  deals.flatMap(({ opportunity_id, reasons }) =>
    reasons.map(({ feature, value, effect }) => ({
      opportunity_id,
      feature,
      value: typeof value === "string" ? value : null,
      amount: typeof value === "number" ? Number(value.toFixed(4)) : null,
      effect: Number(effect.toFixed(3)),
    })),
  );

/** Rows of deals that are listed, each with the deal's place. */
const placed = <Row extends OfDeal>(rows: readonly Row[], places: ReadonlyMap<string, number>) =>
  rows.flatMap((row) => {
    const deal = places.get(row.opportunity_id);
    return deal === undefined ? [] : [{ ...row, deal }];
  });
