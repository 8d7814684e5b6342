import { html } from "npm:htl";
import { formatDate } from "../src/format.js";
import { type Column, date, money, rate, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";

export interface Deal {
  readonly opportunity_id: string;
  readonly name: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly rep_id: string | null;
  readonly stage: string;
  readonly forecast_category: string | null;
  readonly probability_rate: number | null;
  readonly close_date: string;
  readonly is_overdue: boolean;
  readonly bookings_cents: number | null;
}

const ownerLink = ({ rep_id }: Deal) =>
  rep_id === null || rep_id === "unassigned" ? undefined : repAddress(rep_id);

const closing = (close_date: string, { is_overdue }: Deal) =>
  is_overdue
    ? html`<span class="overdue">overdue, ${formatDate(close_date)}</span>`
    : formatDate(close_date);

/** Open deals, as an executive goes through them. */
export function dealColumns({ currency_digits }: Money): Column<Deal>[] {
  return [
    text("Deal", (deal) => deal.name),
    money("Amount", (deal) => deal.bookings_cents, currency_digits),
    text("Owner", (deal) => deal.owner, ownerLink),
    text("Stage", (deal) => deal.stage),
    text("Forecast as", (deal) => deal.forecast_category),
    rate("Probability", (deal) => deal.probability_rate),
    { ...date<Deal>("Closes", (deal) => deal.close_date), format: closing },
  ];
}
