import { wilson } from "../../../src/statistics/wilson.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { readReport } from "../reading.ts";

export interface LeadRow {
  readonly span: string;
  readonly lead_source: string;
  readonly lead_count: number;
  readonly won_count: number;
}

export interface CampaignRow {
  readonly won_count: number;
  readonly cost_cents: number | null;
}

export interface RetentionRow {
  readonly dimension: string;
  readonly value: string;
  readonly account_count: number;
  readonly kept_count: number;
  readonly opening_cents: number;
  readonly retained_cents: number;
  readonly closing_cents: number;
}

/** A source's leads with the share won and its range. */
export function leadRate(row: LeadRow, label: string) {
  return {
    ...row,
    label,
    rate: row.won_count / row.lead_count,
    ...wilson(row.won_count, row.lead_count),
  };
}

/** A campaign with what a deal won of it cost. */
export const campaignCost = <Row extends CampaignRow>(row: Row) => ({
  ...row,
  cost_per_won_cents:
    row.cost_cents === null || row.won_count === 0 ? null : row.cost_cents / row.won_count,
});

/** Retention of accounts; a value with few of them says how many and nothing else. */
export function retained<Row extends RetentionRow>(row: Row, minCell: number) {
  if (row.account_count < minCell) {
    const { account_count, ...rest } = row;
    const { dimension, value } = rest;
    return { dimension, value, account_count, status: "too_few" };
  }
  return {
    ...row,
    status: "ok",
    kept_rate: row.kept_count / row.account_count,
    ...wilson(row.kept_count, row.account_count),
    gross_rate: row.retained_cents / row.opening_cents,
    net_rate: row.closing_cents / row.opening_cents,
  };
}

interface ActivityRow {
  readonly activity_count: number;
  readonly unlinked_count: number;
}

/** What isn't there, and the file that would bring it. */
export async function absences(
  warehouse: Warehouse,
  known: { leads: readonly object[]; campaigns: readonly object[]; retention: readonly object[] },
): Promise<string[]> {
  const [activity] = await readReport<ActivityRow>(warehouse, "win_activity");
  const has = (rows: readonly object[]) => rows.length > 0;
  return [
    activity && activity.activity_count > 0
      ? undefined
      : "No activities are on file, so effort is the days that deals were open; an export of tasks and events would bring calls, emails and meetings.",
    has(known.retention)
      ? undefined
      : "No subscriptions are on file for these quarters, so nothing is said of retention; finance/subscriptions.csv would bring it.",
    has(known.leads)
      ? undefined
      : "No leads are on file, so nothing is said of how leads become wins.",
    has(known.campaigns)
      ? undefined
      : "No campaigns are on file, so nothing is said of what a win cost.",
  ].filter((text) => text !== undefined);
}
