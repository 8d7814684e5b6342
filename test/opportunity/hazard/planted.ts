import { addDays, addMonths, type PlainDate } from "../../../src/calendar.ts";
import type { FollowedDeal } from "../../../src/opportunity/hazard/snapshot.ts";
import { uniformStream } from "../../../src/statistics/random.ts";

export const calendar = { startMonth: 1 };

/** An open deal about which little is known. */
export const snapshot = (changes: Partial<FollowedDeal> = {}): FollowedDeal => ({
  cutoff: "2025-03-15",
  opportunity_id: "D1",
  spell: 1,
  rep_id: "ann",
  segment: "Large",
  industry: null,
  lead_source: null,
  deal_type: "new",
  stage: "Proposal",
  stage_days: 10,
  age_days: 20,
  bookings_cents: 100_000,
  usual_cents: 100_000,
  amount_change_rate: 0,
  count_pushes: 0,
  pushed_days: 0,
  count_pulls: 0,
  close_date: null,
  days_to_close: null,
  idle_days: null,
  count_recent_activities: null,
  probability_rate: null,
  forecast_category: null,
  rep_won_count: 0,
  rep_closed_count: 0,
  company_won_count: 0,
  company_closed_count: 0,
  account_won_count: 0,
  account_closed_count: 0,
  account_last_outcome: null,
  outcome: null,
  ended_on: null,
  won_cents: null,
  ...changes,
});

/**
 * Deals at monthly landmarks whose hazards are known: a day in Proposal one is won with a chance of
 * 2 %, in Discovery of 0.5 %, lost with one of 1 %; of a deal pushed twice both chances of winning halve.
 *
 * @param knownBy how deals ended after that day isn't told
 */
export function plantedDeals(count: number, knownBy: PlainDate, seed = 1): FollowedDeal[] {
  const random = uniformStream(seed);
  return Array.from({ length: count }, (_, index) => ({
    ...plantedDeal(random, knownBy),
    opportunity_id: `D${String(index).padStart(5, "0")}`,
  }));
}

function plantedDeal(random: () => number, knownBy: PlainDate): FollowedDeal {
  const stage = random() < 0.5 ? "Proposal" : "Discovery";
  const pushes = random() < 0.3 ? 2 : 0;
  const cutoff = addMonths("2023-01-15", Math.floor(random() * 24));
  const won = (stage === "Proposal" ? 0.02 : 0.005) * (pushes === 2 ? 0.5 : 1);
  const days = 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - won - 0.01));
  const outcome = random() < won / (won + 0.01) ? "won" : "lost";
  const ended_on = addDays(cutoff, days);
  const told = snapshot({ cutoff, stage, count_pushes: pushes });
  if (ended_on > knownBy) return told;
  return { ...told, outcome, ended_on, won_cents: outcome === "won" ? 90_000 : null };
}
