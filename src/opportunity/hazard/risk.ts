import type { DealSnapshot, FollowedDeal } from "./snapshot.ts";

/** What in a deal's record asks for a look, whatever its chances. */
const risks = [
  "close_date_passed",
  "no_activity",
  "pushed_twice",
  "long_in_stage",
  "amount_cut",
] as const;
export type Risk = (typeof risks)[number];

/** Days without an activity. */
const idleLimit = 30;
const cut = -0.05;
/** Nine in ten deals that were won hadn't been longer in the stage at the cutoffs seen. */
const usualShare = 0.9;
const fewestWon = 20;

/** Of each stage the days that nine in ten deals that were won later hadn't been in it longer. */
export function usualStays(deals: readonly FollowedDeal[]): ReadonlyMap<string, number> {
  const days = new Map<string, number[]>();
  for (const { stage, stage_days, outcome } of deals) {
    if (stage === null || outcome !== "won") continue;
    const told = days.get(stage);
    if (told) told.push(stage_days);
    else days.set(stage, [stage_days]);
  }
  const limits = [...days].flatMap(([stage, stays]) => {
    const limit = stays.sort((a, b) => a - b)[Math.floor(usualShare * stays.length)];
    return stays.length < fewestWon || limit === undefined ? [] : [[stage, limit] as const];
  });
  return new Map(limits);
}

/** The risks of a deal; what isn't told is no risk. */
export function risksOf(deal: DealSnapshot, stays: ReadonlyMap<string, number>): Risk[] {
  const limit = deal.stage === null ? undefined : stays.get(deal.stage);
  const found: Readonly<Record<Risk, boolean>> = {
    close_date_passed: deal.days_to_close !== null && deal.days_to_close < 0,
    no_activity: deal.idle_days !== null && deal.idle_days > idleLimit,
    pushed_twice: deal.count_pushes >= 2,
    long_in_stage: limit !== undefined && deal.stage_days > limit,
    amount_cut: deal.amount_change_rate !== null && deal.amount_change_rate < cut,
  };
  return risks.filter((risk) => found[risk]);
}
