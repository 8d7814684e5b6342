import { daysBetween, type PlainDate } from "../../calendar.ts";
import type { TrackedDeal } from "./tracked-deal.ts";

/** The deal as if nothing had happened to it but time. */
export function aged<Deal extends TrackedDeal>(deal: Deal, cutoff: PlainDate): Deal {
  const days = daysBetween(deal.cutoff, cutoff);
  const idle = deal.idle_days === null ? null : deal.idle_days + days;
  return {
    ...deal,
    cutoff,
    stage_days: deal.stage_days + days,
    age_days: deal.age_days + days,
    idle_days: idle,
    // those of the last thirty days have aged out of them once none was for as long
    count_recent_activities: idle !== null && idle >= 30 ? 0 : deal.count_recent_activities,
    days_to_close: deal.days_to_close === null ? null : deal.days_to_close - days,
  };
}

const dateFields = [
  "close_date",
  "days_to_close",
  "count_pushes",
  "pushed_days",
  "count_pulls",
] as const;
const amountFields = ["bookings_cents", "amount_change_rate"] as const;

export const isDatedAlike = (deal: TrackedDeal, later: TrackedDeal) =>
  dateFields.every((field) => deal[field] === later[field]);

export const isPricedAlike = (deal: TrackedDeal, later: TrackedDeal) =>
  amountFields.every((field) => deal[field] === later[field]);

/** With its dates, and how often they were moved, as they are at last. */
export const redated = <Deal extends TrackedDeal>(deal: Deal, later: Deal): Deal => ({
  ...deal,
  close_date: later.close_date,
  days_to_close: later.days_to_close,
  count_pushes: later.count_pushes,
  pushed_days: later.pushed_days,
  count_pulls: later.count_pulls,
});

/** With its amount as it is at last. */
export const repriced = <Deal extends TrackedDeal>(deal: Deal, later: Deal): Deal => ({
  ...deal,
  bookings_cents: later.bookings_cents,
  amount_change_rate: later.amount_change_rate,
});

/** A date typed for the first time pulls a deal in too. */
export const isPulledIn = (
  deal: Pick<TrackedDeal, "close_date">,
  later: Pick<TrackedDeal, "close_date">,
) => later.close_date !== null && (deal.close_date === null || later.close_date < deal.close_date);
