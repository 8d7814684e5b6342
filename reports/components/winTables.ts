import { formatRate } from "../src/format.js";
import { type Column, count, date, money, rate, text } from "./column.js";
import type { Money } from "./quarterChart.js";
import { days, enough, span, words } from "./winColumns.js";
import type { OnBoard } from "./winRows.js";

export interface LossRow extends OnBoard {
  readonly explanation: string;
  readonly label: string;
  readonly lost_count: number;
  readonly lost_amount_cents: number | null;
  readonly lost_amount_count: number;
  readonly count_rate: number;
  readonly amount_rate: number | null;
}

export interface StageRow extends OnBoard {
  readonly stage: string;
  readonly deal_count: number;
  readonly days: number;
  readonly median_days: number | null;
  readonly lost_count: number;
  readonly lost_amount_cents: number | null;
  readonly days_rate: number | null;
  readonly lost_rate: number | null;
  readonly lost_from_rate: number;
}

export interface LeadRow {
  readonly label: string;
  readonly lead_count: number;
  readonly converted_count: number;
  readonly won_count: number;
  readonly open_count: number;
  readonly days_quartiles: readonly number[] | null;
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CampaignRow {
  readonly name: string;
  readonly kind: string;
  readonly start_date: string | null;
  readonly cost_cents: number | null;
  readonly lead_count: number;
  readonly converted_count: number;
  readonly lead_won_count: number;
  readonly deal_count: number;
  readonly won_count: number;
  readonly open_count: number;
  readonly won_amount_cents: number | null;
  readonly cost_per_won_cents: number | null;
}

export interface RetentionRow {
  readonly label: string;
  readonly status: "ok" | "too_few";
  readonly account_count: number;
  readonly kept_rate?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly opening_cents?: number;
  readonly gross_rate?: number;
  readonly net_rate?: number;
}

export const lossColumns = (heading: string, { currency_digits }: Money): Column<LossRow>[] => [
  text(heading, (row) => row.label),
  count("Lost deals", (row) => row.lost_count),
  rate("Share of them", (row) => row.count_rate),
  money("Lost amount", (row) => row.lost_amount_cents, currency_digits),
  rate("Share of it", (row) => row.amount_rate),
  count("With an amount", (row) => row.lost_amount_count),
];

export const stageColumns = ({ currency_digits }: Money): Column<StageRow>[] => [
  text("Stage", (row) => row.stage),
  count("Deals in it", (row) => row.deal_count),
  rate("Share of all days", (row) => row.days_rate),
  days("Median days", (row) => row.median_days),
  count("Lost from it", (row) => row.lost_count),
  rate("Share of all losses", (row) => row.lost_rate),
  rate("Lost, of deals in it", (row) => row.lost_from_rate),
  money("Amount lost from it", (row) => row.lost_amount_cents, currency_digits),
];

export const leadColumns: Column<LeadRow>[] = [
  text("Source", (row) => row.label),
  count("Leads", (row) => row.lead_count),
  count("Converted", (row) => row.converted_count),
  count("Won", (row) => row.won_count),
  count("Still open", (row) => row.open_count),
  rate("Lead to won", (row) => row.rate),
  span("95 % range", (row) => [row.lower, row.upper], formatRate),
  days("Median days to win", (row) => row.days_quartiles?.[1] ?? null),
];

export const campaignColumns = ({ currency_digits }: Money): Column<CampaignRow>[] => [
  text("Campaign", (row) => row.name),
  text("Kind", (row) => row.kind),
  date("Begun", (row) => row.start_date),
  count("Leads", (row) => row.lead_count),
  count("Converted", (row) => row.converted_count),
  count("Deals", (row) => row.deal_count),
  count("Won", (row) => row.won_count),
  count("Still open", (row) => row.open_count),
  money("Won amount", (row) => row.won_amount_cents, currency_digits),
  money("Cost", (row) => row.cost_cents, currency_digits),
  money("Cost per won deal", (row) => row.cost_per_won_cents, currency_digits),
];

export const retentionColumns = (heading: string, edition: Money): Column<RetentionRow>[] => [
  text(heading, (row) => row.label),
  count("Accounts at the start", (row) => row.account_count),
  rate("Kept", (row) => row.kept_rate),
  span("95 % range", (row) => [row.lower ?? null, row.upper ?? null], formatRate),
  money("Recurring a month at the start", (row) => row.opening_cents, edition.currency_digits),
  rate("Gross retention, start to end", (row) => row.gross_rate),
  rate("Net retention, start to end", (row) => row.net_rate),
  words("Enough to tell", enough),
];
