import { formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import type { Answer, Figure } from "./answer.ts";

/** How many reps reached quota in a year: share_at_quota and what it is made of. */
export interface QuotaYear {
  readonly label: string;
  readonly is_complete: boolean;
  readonly reps_at_quota: number;
  readonly reps_with_quota: number;
}

export interface RecommendationTotal {
  readonly label: string;
  readonly quota_cents: number;
  readonly reps: number;
  readonly median_probability: number | null;
}

export interface AttainmentFacts {
  readonly currency_digits: number;
  /** Aimed share of reps at quota, a fraction. */
  readonly aim: number;
  /** The latest complete year and the year in progress; null when no quotas are on file. */
  readonly complete: QuotaYear | null;
  readonly current: (QuotaYear & { readonly elapsed: number }) | null;
  readonly recommendation: RecommendationTotal | null;
}

/** Answers whether enough reps reach quota, and what next year's quotas would be. */
export function attainmentAnswer(facts: AttainmentFacts): Answer {
  return {
    sentence: `${reached(facts)}; ${recommended(facts)}.`,
    details: [toDate(facts)].filter((text) => text !== undefined),
    figures: [...yearFigures(facts), ...recommendationFigures(facts)],
  };
}

function reached({ complete, aim }: AttainmentFacts): string {
  if (!complete) return "No rep had a quota in a complete year";
  const share = formatRate(complete.reps_at_quota / complete.reps_with_quota);
  return `In ${formatPeriod(complete.label)}, ${complete.reps_at_quota} of ${formatPlural(complete.reps_with_quota, "rep")} reached quota, ${share} where the aim is ${formatRate(aim)}`;
}

function recommended({ recommendation, currency_digits }: AttainmentFacts): string {
  if (!recommendation) return "no quotas are recommended for next year";
  const { label, quota_cents, reps, median_probability } = recommendation;
  const total = `for ${formatPeriod(label)} ${formatMoney(quota_cents, currency_digits)} is recommended over ${formatPlural(reps, "rep")}`;
  return median_probability === null
    ? total
    : `${total}, which the middle rep has a ${formatRate(median_probability)} chance to reach`;
}

function toDate({ current }: AttainmentFacts): string | undefined {
  if (!current) return undefined;
  const reps = formatPlural(current.reps_with_quota, "rep");
  const have = current.reps_at_quota === 1 ? "has" : "have";
  return `${formatPeriod(current.label)} is ${formatRate(current.elapsed)} over, and ${current.reps_at_quota} of ${reps} ${have} already booked the whole year's quota.`;
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
  if (current) {
    figures.push({
      label: `At quota, ${formatPeriod(current.label)}`,
      value: formatRate(current.reps_at_quota / current.reps_with_quota),
      note: `so far; ${formatRate(current.elapsed)} of the year is over`,
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
  return [total, { label: "Odds of the middle rep", value: odds, note: "of reaching it" }];
}
