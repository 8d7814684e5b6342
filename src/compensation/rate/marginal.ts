import type { Marginal } from "./rule.ts";
import { type Basis, boundAt, ratio, type Tariff, zone } from "./tariff.ts";

/** Each band's rate on the amount inside the band. */
export function marginalTariff({ bounds, tiers }: Marginal, basis: Basis): Tariff {
  const zones = tiers.map(({ from, rate }, index) =>
    zone(index === 0 ? null : boundAt(from, bounds, basis), index + 1, ratio(rate, basis)),
  );
  return { zones, reached: [], exceptions: [] };
}
