import { zero } from "../exact.ts";
import type { Cliff } from "./rule.ts";
import { slabTariff } from "./slab.ts";
import type { Basis, Tariff } from "./tariff.ts";

/** Nothing under the threshold; from it the rate on everything. */
export function cliffTariff({ bounds, threshold, rate }: Cliff, basis: Basis): Tariff {
  const nothing = { from: zero, rate: { of: "amount", rate: zero } } as const;
  const tiers = [nothing, { from: threshold, rate }];
  return slabTariff({ rule: "slab", bounds, tiers, reachedBy: "own" }, basis);
}
