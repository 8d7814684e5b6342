import { one } from "../exact.ts";
import type { Overage } from "./rule.ts";
import { type Basis, boundAt, ratio, type Tariff, zone } from "./tariff.ts";

/** Up to the quota the first tier's rate; all above it the rate of the tier that is reached. */
export function overageTariff({ tiers }: Overage, basis: Basis): Tariff {
  const reached = tiers.map(({ from, rate }, index) => ({
    from: boundAt(from, "attainment", basis),
    tier: index + 1,
    rate: ratio(rate, basis),
  }));
  const upTo = zone(null, 1, reached[0]?.rate ?? null);
  const above = zone(boundAt(one, "attainment", basis), 2, null);
  return { zones: [upTo, above], reached, exceptions: [] };
}
