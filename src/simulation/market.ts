import { type Day, monthOf } from "./days.ts";
import type { Fiscal } from "./fiscal.ts";
import { monthlyDemand, truth } from "./parameters.ts";
import { at, createRandom, normal } from "./random.ts";

/** The world outside: demand, prices, the change of regime, exchange rates. */
export interface Market {
  readonly start: Day;
  readonly asOf: Day;
  /** First day of the new regime. */
  readonly shock: Day;
  demand(day: Day): number;
  price(day: Day): number;
  hasShock(day: Day): boolean;
  /** Euros for one US dollar, as fixed for the month; four decimals. */
  euros(day: Day): number;
  readonly firstRateMonth: number;
  readonly rates: readonly number[];
}

export function createMarket(seed: number, start: Day, asOf: Day, fiscal: Fiscal): Market {
  const shock = fiscal.quarterStart(
    fiscal.quarterOf(Math.round(start + (asOf - start) * truth.shockAt)),
  );
  const years = (day: Day) => (day - start) / 365.25;
  const firstRateMonth = monthOf(start) - 12;
  const rates = euroRates(seed, monthOf(asOf) - firstRateMonth + 1);
  const hasShock = (day: Day) => day >= shock;
  return {
    start,
    asOf,
    shock,
    hasShock,
    demand: (day) => at(monthlyDemand, monthOf(day) % 12) * (1 + truth.demandGrowth) ** years(day),
    price: (day) => (1 + truth.priceGrowth) ** years(day) * (hasShock(day) ? truth.shockSize : 1),
    euros: (day) =>
      at(rates, Math.min(Math.max(monthOf(day) - firstRateMonth, 0), rates.length - 1)),
    firstRateMonth,
    rates,
  };
}

/** Months of a rate that returns slowly to 0.91. */
function euroRates(seed: number, months: number): number[] {
  const random = createRandom(seed, "rates");
  const rates: number[] = [];
  let level = Math.log(0.845);
  for (let month = 0; month < months; month++) {
    level += 0.04 * (Math.log(0.91) - level) + 0.016 * normal(random);
    rates.push(Math.round(Math.exp(level) * 10_000) / 10_000);
  }
  return rates;
}
