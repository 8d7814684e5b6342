import { formatChance, formatMoney, formatPeriod } from "../src/format.js";
import type { Money } from "./quarterChart.js";

/** The quota that is recommended for a rep's next year. */
export interface RepPlan {
  readonly label: string;
  readonly quota_cents: number;
  readonly expected_cents: number | null;
  readonly attainment_probability: number | null;
}

/** What is recommended for the rep, in a sentence. */
export function planWords(plan: RepPlan | undefined, { currency, currency_digits }: Money): string {
  if (!plan) return "No quota is recommended for this rep’s next year.";
  const { label, quota_cents, expected_cents, attainment_probability } = plan;
  const read = (cents: number) => formatMoney(cents, currency_digits);
  const quota = `The quota recommended for ${formatPeriod(label)} is ${currency} ${read(quota_cents)}`;
  if (expected_cents === null || attainment_probability === null) {
    return `${quota}, an even share of the target for want of history.`;
  }
  return `${quota}; the rep is expected to book ${read(expected_cents)}, with a chance of ${formatChance(attainment_probability)} to reach it.`;
}
