import { formatPeriod } from "../src/format.js";
import { type Column, count, date, type ExportRow, exportRow, money, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";

/** Bookings of a closed quarter as it closed and as it is now. */
export interface ClosedQuarter {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly label: string;
  readonly bookings_then_cents: number;
  readonly bookings_now_cents: number;
  readonly difference_cents: number;
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

/** Whether a deal was or is in the entity's bookings of its quarter. */
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
    count("Deals changed", changed),
  ];
}

const changes: Readonly<Record<string, string>> = {
  amount: "Amount changed",
  owner: "Owner changed",
  "moved in": "Dated into the quarter",
  "moved out": "Dated out of the quarter",
  "told late": "Told after the close",
  deleted: "Deleted",
  "reopened or lost": "Reopened or lost",
};

export function closedDealColumns({ currency_digits }: Money): Column<ClosedDeal>[] {
  return [
    text("Deal", (deal) => deal.name),
    text("Quarter", ({ label }) => formatPeriod(label)),
    money("At the close", (deal) => deal.bookings_then_cents, currency_digits),
    money("Now", (deal) => deal.bookings_now_cents, currency_digits),
    text("What changed", ({ change }) => changes[change] ?? change),
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
