import { html } from "npm:htl";
import { formatCount, formatDate } from "../src/format.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import { type Column, count, date, type ExportRow, exportRow, money, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";

/** An open deal: where it stands and for how long. Flags are 1 or 0. */
export interface OpenDeal extends ExportRow {
  readonly opportunity_id: string;
  readonly name: string;
  readonly account: string | null;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
  readonly stage: string | null;
  readonly position: number | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
  readonly is_overdue: number;
  readonly stage_days: number | null;
  readonly usual_days: number | null;
  readonly is_stale: number;
  readonly is_without_next_step: number | null;
  readonly is_without_amount: number;
  readonly is_idle: number | null;
  readonly count_to_mend: number;
  readonly count_pushes: number | null;
  readonly last_activity_date: string | null;
}

const names: readonly (keyof OpenDeal)[] = [
  "opportunity_id",
  "name",
  "account",
  "rep_id",
  "owner",
  "team_id",
  "stage",
  "position",
  "bookings_cents",
  "close_date",
  "is_overdue",
  "stage_days",
  "usual_days",
  "is_stale",
  "is_without_next_step",
  "is_without_amount",
  "is_idle",
  "count_to_mend",
  "count_pushes",
  "last_activity_date",
  "file",
  "line",
];

export const openDealsOf = (table: ColumnTable, where: Partial<OpenDeal>): OpenDeal[] =>
  rowsWhere(table, names, where);

/** Open deals, what is wrong with each in words. */
export function openDealColumns(
  { currency_digits }: Money,
  withOwner: boolean,
): Column<OpenDeal>[] {
  const owner = text<OpenDeal>(
    "Owner",
    (deal) => deal.owner,
    (deal) => repAddress(deal.rep_id),
  );
  return [
    text("Deal", (deal) => deal.name),
    ...(withOwner ? [owner] : []),
    money("Amount", (deal) => deal.bookings_cents, currency_digits),
    text("Stage", (deal) => deal.stage),
    {
      ...count<OpenDeal>("Days in stage", (deal) => deal.stage_days),
      format: (days: number, deal: OpenDeal) =>
        deal.is_stale === 1
          ? html`<span class="overdue">${formatCount(days)}</span>`
          : formatCount(days),
    },
    count("Put off", (deal) => deal.count_pushes),
    date("Last activity", (deal) => deal.last_activity_date),
    {
      ...date<OpenDeal>("Closes", (deal) => deal.close_date),
      format: (closes: string, deal: OpenDeal) =>
        deal.is_overdue === 1
          ? html`<span class="overdue">overdue, ${formatDate(closes)}</span>`
          : formatDate(closes),
    },
    text("To look at", concerns),
    exportRow(),
  ];
}

function concerns(deal: OpenDeal): string {
  const usual = deal.usual_days === null ? "" : ` (over ${formatCount(deal.usual_days)} days)`;
  const found = [
    ...(deal.is_stale === 1 ? [`stale${usual}`] : []),
    ...(deal.is_overdue === 1 ? ["overdue"] : []),
    ...(deal.is_without_next_step === 1 ? ["no next step"] : []),
    ...(deal.is_without_amount === 1 ? ["no amount"] : []),
    ...(deal.is_idle === 1 ? ["idle for 30 days"] : []),
    ...((deal.count_pushes ?? 0) > 1 ? [`put off ${formatCount(deal.count_pushes ?? 0)}×`] : []),
  ];
  return found.join(", ");
}
