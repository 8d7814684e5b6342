import { formatFineRate, formatPeriod } from "../src/format.js";
import { type Column, count, date, type ExportRow, exportRow, money, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";

/** Bookings and win rate of a closed quarter as it closed and as it is now; no rate of a few deals. */
export interface ClosedQuarter {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly label: string;
  readonly bookings_then_cents: number;
  readonly bookings_now_cents: number;
  readonly difference_cents: number;
  readonly won_then_count: number;
  readonly won_now_count: number;
  readonly decided_then_count: number;
  readonly decided_now_count: number;
  readonly win_rate_then: number | null;
  readonly win_rate_now: number | null;
}

/** A deal that changed a closed quarter. */
export interface ClosedDeal extends ExportRow {
  readonly opportunity_id: string;
  readonly name: string;
  readonly period_start: string;
  readonly label: string;
  readonly known_on: string;
  readonly changed_on: string | null;
  readonly change: string;
  /** Won or lost in the quarter; null where it was, or is, neither. */
  readonly status_then: "won" | "lost" | null;
  readonly status_now: "won" | "lost" | null;
  readonly bookings_then_cents: number | null;
  readonly bookings_now_cents: number | null;
  readonly rep_id_then: string | null;
  readonly rep_id_now: string | null;
  readonly owner_then: string | null;
  readonly owner_now: string | null;
  readonly team_id_then: string | null;
  readonly team_id_now: string | null;
  readonly region_id_then: string | null;
  readonly region_id_now: string | null;
}

interface Scope {
  readonly entity_type: string;
  readonly entity_id: string;
}

/** Whether a deal was or is among the entity's decided deals of its quarter. */
export function concerns(deal: ClosedDeal, { entity_type, entity_id }: Scope): boolean {
  if (entity_type === "company") return true;
  const sides =
    entity_type === "region"
      ? [deal.region_id_then, deal.region_id_now]
      : entity_type === "team"
        ? [deal.team_id_then, deal.team_id_now]
        : [deal.rep_id_then, deal.rep_id_now];
  return sides.includes(entity_id);
}

/** Closed quarters with how many of the deals changed each. */
export function closedColumns(
  deals: readonly ClosedDeal[],
  { currency_digits }: Money,
): Column<ClosedQuarter>[] {
  const changed = ({ period_start }: ClosedQuarter) =>
    deals.filter((deal) => deal.period_start === period_start).length;
  return [
    text("Quarter", ({ label }) => formatPeriod(label)),
    money("As it closed", (row) => row.bookings_then_cents, currency_digits),
    money("As it is now", (row) => row.bookings_now_cents, currency_digits),
    money("Difference", (row) => row.difference_cents, currency_digits),
    fineRate("Win rate as it closed", (row) => row.win_rate_then),
    fineRate("Win rate now", (row) => row.win_rate_now),
    count("Won as it closed", (row) => row.won_then_count),
    count("Won now", (row) => row.won_now_count),
    count("Lost as it closed", (row) => row.decided_then_count - row.won_then_count),
    count("Lost now", (row) => row.decided_now_count - row.won_now_count),
    count("Deals changed", changed),
  ];
}

/** A few deals move a rate by tenths. */
const fineRate = (
  heading: string,
  value: (row: ClosedQuarter) => number | null,
): Column<ClosedQuarter> => ({ heading, isNumber: true, value, format: formatFineRate });

const changes: Readonly<Record<string, string>> = {
  amount: "Amount changed",
  owner: "Owner changed",
  "moved in": "Dated into the quarter",
  "moved out": "Dated out of the quarter",
  "told late": "Told after the close",
  deleted: "Deleted",
  "reopened or lost": "Reopened or lost",
  reopened: "Lost, then reopened or won later",
  "won after all": "Lost, then won",
};

export function closedDealColumns({ currency_digits }: Money): Column<ClosedDeal>[] {
  return [
    text("Deal", (deal) => deal.name),
    text("Quarter", ({ label }) => formatPeriod(label)),
    money("At the close", (deal) => deal.bookings_then_cents, currency_digits),
    money("Now", (deal) => deal.bookings_now_cents, currency_digits),
    text("What changed", ({ change }) => changes[change] ?? change),
    text("Status at the close", ({ status_then }) => status_then ?? "not decided"),
    text("Status now", ({ status_now }) => status_now ?? "not decided"),
    owner(
      "Owner at the close",
      (deal) => deal.owner_then,
      (deal) => deal.rep_id_then,
    ),
    owner(
      "Owner now",
      (deal) => deal.owner_now,
      (deal) => deal.rep_id_now,
    ),
    date("Close known on", (deal) => deal.known_on),
    date("Change known on", (deal) => deal.changed_on),
    exportRow(),
  ];
}

const owner = (
  heading: string,
  name: (deal: ClosedDeal) => string | null,
  id: (deal: ClosedDeal) => string | null,
): Column<ClosedDeal> =>
  text(heading, name, (deal) => {
    const found = id(deal);
    return found === null || found === "unassigned" ? undefined : repAddress(found);
  });
