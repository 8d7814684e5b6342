import { dateText, monthOf, monthStart } from "./days.ts";
import type { World } from "./deal.ts";
import { createRandom, normal } from "./random.ts";

/** One euro rate a month: euros for one US dollar. */
export function rateLines({ market }: World): string[] {
  const lines = market.rates.map(
    (rate, index) => `${dateText(monthStart(market.firstRateMonth + index))},EUR,${rate}`,
  );
  return ["date,currency,per_company_currency", ...lines];
}

/** A market index that falls with the change of regime; each month's is published on the third. */
export function indicatorLines({ market }: World, seed: number): string[] {
  const random = createRandom(seed, "indicators");
  const lines = ["name,date,value,recorded_on"];
  for (let month = monthOf(market.start); monthStart(month + 1) + 2 <= market.asOf; month++) {
    const day = monthStart(month);
    const level = 52 + 2 * normal(random) - (market.hasShock(day + 45) ? 5 : 0);
    const published = dateText(monthStart(month + 1) + 2);
    lines.push(`purchasing_managers_index,${dateText(day)},${level.toFixed(1)},${published}`);
  }
  return lines;
}
