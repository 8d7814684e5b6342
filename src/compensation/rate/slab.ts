import type { Slab } from "./rule.ts";
import { type Basis, boundAt, ratio, type Tariff, zone } from "./tariff.ts";

/** The tier that is reached prices everything. */
export function slabTariff({ bounds, tiers }: Slab, basis: Basis): Tariff {
  const reached = tiers.map(({ from, rate }, index) => ({
    from: boundAt(from, bounds, basis),
    tier: index + 1,
    rate: ratio(rate, basis),
  }));
  return { zones: [zone(null, 1, null)], reached, exceptions: [] };
}
