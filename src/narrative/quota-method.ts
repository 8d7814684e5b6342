import { formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import { type Currency, formatAmount } from "./answer.ts";

/** Where the recommended quotas' total comes from. */
export interface QuotaTarget {
  /** The year that quotas are recommended for. */
  readonly label: string;
  /** The company's target in the plan, whole minor units; null when the plan names none. */
  readonly planned_cents: number | null;
  /** The forecast that stands in, of the year `forecast_label`. */
  readonly forecast_cents: number | null;
  readonly forecast_label: string;
}

interface QuotaMethodFacts extends Currency {
  readonly target: QuotaTarget | null;
  readonly recommendation: {
    readonly quota_cents: number;
    readonly expected_cents: number | null;
    readonly reps: number;
  } | null;
}

/** How recommended quotas are made, a paragraph each: the total, its spread, the odds. */
export function quotaMethod(facts: QuotaMethodFacts): string[] {
  const { recommendation } = facts;
  if (!recommendation) return [];
  const total = totalParagraph(facts);
  const parts =
    recommendation.expected_cents === null ? [evenSplit] : [production, spread, odds(facts)];
  return total === undefined ? parts : [total, ...parts];
}

function totalParagraph(facts: QuotaMethodFacts): string | undefined {
  const { target, recommendation, currency_digits } = facts;
  if (!target || !recommendation) return undefined;
  const { quota_cents } = recommendation;
  const opening = `The total of ${formatAmount(quota_cents, facts)}`;
  if (target.planned_cents !== null) {
    return `${opening} is the company's target for ${formatPeriod(target.label)} in the plan of quotas.`;
  }
  if (target.forecast_cents === null || target.forecast_cents <= 0) return undefined;
  const growth = formatRate(quota_cents / target.forecast_cents - 1);
  const forecast = formatMoney(target.forecast_cents, currency_digits);
  return `${opening} is the ${formatPeriod(target.forecast_label)} forecast of ${forecast} with the growth of ${growth} that company.yaml sets, since the plan names no company target for ${formatPeriod(target.label)}. What is booked of that year is part of its forecast.`;
}

const production =
  "What a rep is expected to book comes from a regression of monthly bookings on the log scale: on what the rep's accounts are worth, the open pipeline, the role, the season and the trend, times the ramp of the month of service, times a ratio of the rep's own, which leans on the average the less was seen of the rep. What accounts are worth is itself a regression: of what accounts of a segment, industry and size bought in a year, with and without their own history. Expected bookings are scaled by quarter to the company's forecast.";

const spread =
  "Quotas give every rep the same odds of reaching them: one probability is found at which they sum to the total, within the guardrails that company.yaml sets, rounded so that they still sum to it. Quarters and months take their share of the rep's expected bookings.";

const evenSplit =
  "Too little history is on file for a regression, so the total is split evenly, without odds.";

function odds({ recommendation, ...money }: QuotaMethodFacts): string {
  const opening =
    "The odds are the probability that the rep books at least the quota; how far reps land from what is expected was learned by making past years' forecasts again from what was known as long before them as now before the planned year, and how far all of them together may land is as the company's forecast says.";
  if (!recommendation || recommendation.expected_cents === null) return opening;
  const { expected_cents, quota_cents, reps } = recommendation;
  const share = formatRate(quota_cents / expected_cents);
  return `${opening} With the total fixed they follow from it and can't be chosen: ${formatPlural(reps, "rep")} together ${reps === 1 ? "is" : "are"} expected to book ${formatAmount(expected_cents, money)}, and quotas sum to ${share} of that.`;
}
