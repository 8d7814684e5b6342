import { html } from "npm:htl";
import { formatChance, formatCount, formatDate } from "../src/format.js";
import { type Column, count, date, exportRow, money, prose, rate, text } from "./column.js";
import { dealAddress, repAddress } from "./drill.js";
import type { OpenDeal } from "./openDealRows.js";
import type { Money } from "./quarterChart.js";

/** What a table of open deals tells beside what is wrong with each. */
interface Shown {
  readonly withOwner: boolean;
  /** With the chance to be won, when, and the main reason. */
  readonly withOutlook?: boolean;
}

/** Open deals, what is wrong with each in words. */
export function openDealColumns(
  { currency_digits }: Money,
  { withOwner, withOutlook = false }: Shown,
): Column<OpenDeal>[] {
  const owner = text<OpenDeal>(
    "Owner",
    (deal) => deal.owner,
    (deal) => repAddress(deal.rep_id),
  );
  return [
    text(
      "Deal",
      (deal) => deal.name,
      (deal) => dealAddress(deal.opportunity_id),
    ),
    ...(withOwner ? [owner] : []),
    money("Amount", (deal) => deal.bookings_cents, currency_digits),
    ...(withOutlook ? [chanceColumn, expectedClose] : []),
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
    closes,
    text("To look at", concerns),
    ...(withOutlook ? [prose<OpenDeal>("Main reason", (deal) => deal.reason)] : []),
    exportRow(),
  ];
}

export const chanceColumn: Column<OpenDeal> = {
  ...rate<OpenDeal>("Chance", (deal) => deal.win_rate),
  format: formatChance,
};

export const expectedClose = date<OpenDeal>("Expected close", (deal) => deal.expected_close_date);

/** The close date as typed. */
export const closes: Column<OpenDeal> = {
  ...date<OpenDeal>("Closes", (deal) => deal.close_date),
  format: (day: string, deal: OpenDeal) =>
    deal.is_overdue === 1
      ? html`<span class="overdue">overdue, ${formatDate(day)}</span>`
      : formatDate(day),
};

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
