import type { DealSnapshot } from "./snapshot.ts";

/** What a feature is about: reasons are told by it. */
export type Topic =
  | "stage"
  | "age"
  | "size"
  | "amount"
  | "pushes"
  | "close_date"
  | "activity"
  | "source"
  | "type"
  | "segment"
  | "industry"
  | "typed"
  | "rep"
  | "account";

/** A number, by a linear spline over fixed knots: knots learnt from deals would move with them. */
export interface NumberFeature {
  readonly topic: Topic;
  /** Rising. */
  readonly knots: readonly number[];
  readonly numberOf: (deal: DealSnapshot) => number | null;
}

export interface LevelFeature {
  readonly topic: Topic;
  readonly levelOf: (deal: DealSnapshot) => string | null;
  /**
   * No history tells when it was filled in, and where that is done late a blank means that a deal
   * never got far: it counts as the average.
   */
  readonly isUndated?: boolean;
}

/** Deals of the company's own win rate that a rep's is mixed with. */
const usualDeals = 20;

export const numberFeatures: readonly NumberFeature[] = [
  { topic: "stage", knots: [0, 7, 14, 28, 56, 112, 224], numberOf: (d) => d.stage_days },
  { topic: "age", knots: [0, 14, 30, 60, 90, 135, 200, 365], numberOf: (d) => d.age_days },
  { topic: "size", knots: [-2, -1, -0.5, 0, 0.5, 1, 2], numberOf: logSize },
  { topic: "amount", knots: [-0.5, -0.1, 0, 0.1, 0.5], numberOf: (d) => d.amount_change_rate },
  { topic: "pushes", knots: [0, 1, 2, 3, 5], numberOf: (d) => d.count_pushes },
  { topic: "pushes", knots: [0, 15, 45, 90, 180], numberOf: (d) => d.pushed_days },
  { topic: "pushes", knots: [0, 1, 2], numberOf: (d) => d.count_pulls },
  {
    topic: "close_date",
    knots: [-90, -30, -7, 0, 14, 30, 60, 90, 150, 270],
    numberOf: (d) => d.days_to_close,
  },
  { topic: "activity", knots: [0, 7, 14, 30, 60, 120], numberOf: (d) => d.idle_days },
  { topic: "activity", knots: [0, 1, 2, 4, 8, 16], numberOf: (d) => d.count_recent_activities },
  { topic: "typed", knots: [0, 0.1, 0.25, 0.5, 0.75, 0.9], numberOf: (d) => d.probability_rate },
  { topic: "rep", knots: [-1, -0.4, 0, 0.4, 1], numberOf: repOdds },
  { topic: "rep", knots: [0, 1, 2, 3, 4, 5], numberOf: (d) => Math.log1p(d.rep_closed_count) },
  { topic: "account", knots: [0, 1, 2, 4], numberOf: (d) => d.account_won_count },
  {
    topic: "account",
    knots: [0, 1, 2, 4],
    numberOf: (d) => d.account_closed_count - d.account_won_count,
  },
];

export const levelFeatures: readonly LevelFeature[] = [
  { topic: "stage", levelOf: (d) => d.stage },
  { topic: "source", levelOf: (d) => d.lead_source, isUndated: true },
  { topic: "type", levelOf: (d) => d.deal_type, isUndated: true },
  { topic: "segment", levelOf: segmentOf, isUndated: true },
  { topic: "industry", levelOf: (d) => d.industry, isUndated: true },
  { topic: "typed", levelOf: (d) => d.forecast_category },
  { topic: "account", levelOf: (d) => d.account_last_outcome },
];

function segmentOf({ segment }: DealSnapshot): string | null {
  return segment === "unassigned" ? null : segment;
}

/** The log of how many times the usual size of its segment a deal has. */
function logSize({ bookings_cents, usual_cents }: DealSnapshot): number | null {
  if (bookings_cents === null || usual_cents === null || bookings_cents <= 0) return null;
  return Math.log(bookings_cents / usual_cents);
}

/** How the log-odds of the rep's deals before differ from the company's, drawn to no difference. */
function repOdds(deal: DealSnapshot): number {
  const { company_won_count, company_closed_count, rep_won_count, rep_closed_count } = deal;
  const rate = (company_won_count + 1) / (company_closed_count + 4);
  const won = rep_won_count + usualDeals * rate;
  const lost = rep_closed_count - rep_won_count + usualDeals * (1 - rate);
  return Math.log(won / lost) - Math.log(rate / (1 - rate));
}
