import type Fraction from "fraction.js";
import type { PlainDate } from "../../calendar.ts";
import { one } from "../exact.ts";
import type { Dated, PlanTerms } from "../plan/terms.ts";

/** What one of a currency is worth in the plan's on a date; null where the plan gives no rate. */
export function exchangeRate(
  { currency, exchangeRates }: Pick<PlanTerms, "currency" | "exchangeRates">,
  from: string,
  date: PlainDate,
): Fraction | null {
  if (from === currency) return one;
  const known: readonly Dated[] = exchangeRates.get(from) ?? [];
  return known.findLast((rate) => rate.from === null || rate.from <= date)?.value ?? null;
}
