import { movementsOf } from "./asset.ts";
import type { MonthNumber } from "./months.ts";
import { monthNumber } from "./months.ts";
import { type Asset, standing } from "./schedule.ts";

/** What is left of an asset to be amortised in a month to come. */
export interface AmortisationAhead {
  readonly month: MonthNumber;
  readonly cents: number;
}

/** How what stands is amortised if no contract ends before its time; it sums to what stands. */
export function amortisationAhead(
  { life, movements }: Asset,
  by: "month" | "day",
  through: MonthNumber,
): AmortisationAhead[] {
  const openingCents = standing(movements);
  if (openingCents === 0) return [];
  const ahead = movementsOf({
    life,
    by,
    costs: new Map(),
    openingCents,
    from: through + 1,
    through: Math.max(through + 1, monthNumber(life.until)),
  });
  return ahead.map(({ month, amortisedCents }) => ({ month, cents: amortisedCents }));
}
