import { formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount, listWords } from "./answer.ts";
import { type QuotaTarget, quotaMethod } from "./quota-method.ts";

/** How many reps reached quota in a year: share_at_quota and what it is made of. */
export interface QuotaYear {
  readonly label: string;
  readonly is_complete: boolean;
  readonly reps_at_quota: number;
  readonly reps_with_quota: number;
}

/** The year in progress, of which not all who have a quota are there from its beginning to its end. */
export interface RunningYear {
  readonly label: string;
  readonly reps_with_quota: number;
  /** Active reps with a quota in every quarter of the year, and those of them who have booked it. */
  readonly whole_year_reps: number;
  readonly whole_year_reached: number;
  /** Share of its days that have passed. */
  readonly elapsed: number;
}

export interface RecommendationTotal {
  readonly label: string;
  readonly quota_cents: number;
  /** What the reps are expected to book together; null where the total was split evenly. */
  readonly expected_cents: number | null;
  readonly reps: number;
  readonly median_probability: number | null;
  /** The total at which the aim would be met; null where it can't be, or isn't known. */
  readonly aimed_cents: number | null;
}

/** Why other reps have a quota recommended than have one this year. */
export interface RepChanges {
  readonly left: number;
  /** Still there, in a role that none is recommended for. */
  readonly other_role: number;
  readonly joined: number;
}

export interface AttainmentFacts extends Currency {
  /** Aimed share of reps at quota, a fraction. */
  readonly aim: number;
  /** The latest complete year and the year in progress; null when no quotas are on file. */
  readonly complete: QuotaYear | null;
  readonly current: RunningYear | null;
  readonly recommendation: RecommendationTotal | null;
  /** Null unless there are both quotas this year and a recommendation. */
  readonly changes: RepChanges | null;
  readonly target: QuotaTarget | null;
}

/** Answers whether enough reps reach quota, and what next year's quotas would be. */
export function attainmentAnswer(facts: AttainmentFacts): Answer {
  return {
    sentence: `${reached(facts)}; ${recommended(facts)}.`,
    details: [aimed(facts), toDate(facts), changed(facts)].filter((text) => text !== undefined),
    figures: [...yearFigures(facts), ...recommendationFigures(facts)],
    method: quotaMethod(facts),
  };
}

function reached({ complete, aim }: AttainmentFacts): string {
  if (!complete) return "No rep had a quota in a complete year";
  const share = formatRate(complete.reps_at_quota / complete.reps_with_quota);
  return `In ${formatPeriod(complete.label)}, ${complete.reps_at_quota} of ${formatPlural(complete.reps_with_quota, "rep")} reached quota, ${share} where the aim is ${formatRate(aim)}`;
}

function recommended(facts: AttainmentFacts): string {
  if (!facts.recommendation) return "no quotas are recommended for next year";
  const { label, quota_cents, reps, median_probability } = facts.recommendation;
  const total = `for ${formatPeriod(label)} ${formatAmount(quota_cents, facts)} is recommended over ${formatPlural(reps, "rep")}`;
  return median_probability === null
    ? total
    : `${total}, and with that total fixed the median rep has a ${formatRate(median_probability)} chance of reaching quota`;
}

function aimed({ recommendation, aim, ...money }: AttainmentFacts): string | undefined {
  if (!recommendation || recommendation.aimed_cents === null) return undefined;
  const { aimed_cents, quota_cents } = recommendation;
  const side = aimed_cents < quota_cents ? "less" : "more";
  const change = formatRate(Math.abs(aimed_cents / quota_cents - 1));
  return `The aim of ${formatRate(aim)} of reps at quota would be met by quotas of ${formatAmount(aimed_cents, money)} in all, ${change} ${side}.`;
}

function toDate({ current }: AttainmentFacts): string | undefined {
  if (!current || current.whole_year_reps === 0) return undefined;
  const { reps_with_quota, whole_year_reps, whole_year_reached, elapsed } = current;
  const reps = formatPlural(whole_year_reps, "active rep");
  const have = whole_year_reached === 1 ? "has" : "have";
  const others = reps_with_quota - whole_year_reps;
  const part =
    others === 0
      ? ""
      : `; ${others} more ${others === 1 ? "has" : "have"} left or ${others === 1 ? "has" : "have"} a quota for part of it`;
  return `${formatRate(elapsed)} of ${formatPeriod(current.label)} has passed, and ${whole_year_reached} of ${reps} with a quota for the whole year ${have} already booked it${part}.`;
}

/** Why the numbers of reps differ: who left, who carries none, who is new. */
function changed({ current, recommendation, changes }: AttainmentFacts): string | undefined {
  if (!current || !recommendation || !changes) return undefined;
  const { left, other_role, joined } = changes;
  if (left + other_role + joined === 0) return undefined;
  const have = (count: number) => `${count} ${count === 1 ? "has" : "have"}`;
  const reasons = [
    left > 0 ? `${have(left)} left` : undefined,
    other_role > 0 ? `${have(other_role)} a role that no quota is recommended for` : undefined,
    joined > 0 ? `${have(joined)} no quota yet this year` : undefined,
  ].filter((text) => text !== undefined);
  return `${formatPlural(current.reps_with_quota, "rep")} ${current.reps_with_quota === 1 ? "has" : "have"} a quota in ${formatPeriod(current.label)} and ${recommendation.reps} ${recommendation.reps === 1 ? "is" : "are"} recommended one for ${formatPeriod(recommendation.label)}: ${listWords(reasons)}.`;
}

function yearFigures({ complete, current, aim }: AttainmentFacts): Figure[] {
  const figures: Figure[] = [];
  if (complete) {
    figures.push({
      label: `At quota, ${formatPeriod(complete.label)}`,
      value: formatRate(complete.reps_at_quota / complete.reps_with_quota),
      note: `${complete.reps_at_quota} of ${complete.reps_with_quota} reps; aim ${formatRate(aim)}`,
    });
  }
  if (current && current.whole_year_reps > 0) {
    const { label, whole_year_reps, whole_year_reached, elapsed } = current;
    figures.push({
      label: `At quota, ${formatPeriod(label)}`,
      value: formatRate(whole_year_reached / whole_year_reps),
      note: `${whole_year_reached} of ${formatPlural(whole_year_reps, "rep")} there all year; ${formatRate(elapsed)} of it has passed`,
    });
  }
  return figures;
}

function recommendationFigures({ recommendation, currency_digits }: AttainmentFacts): Figure[] {
  if (!recommendation) return [];
  const { label, quota_cents, reps, median_probability } = recommendation;
  const total = {
    label: `Recommended, ${formatPeriod(label)}`,
    value: formatMoney(quota_cents, currency_digits),
    note: `over ${formatPlural(reps, "rep")}`,
  };
  if (median_probability === null) return [total];
  const odds = formatRate(median_probability);
  return [total, { label: "Odds of the median rep", value: odds, note: "with that total fixed" }];
}
