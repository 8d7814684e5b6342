import type Fraction from "fraction.js";
import { zero } from "../exact.ts";
import { cliffTariff } from "./cliff.ts";
import { curveTariff } from "./curve.ts";
import { flatTariff } from "./flat.ts";
import { marginalTariff } from "./marginal.ts";
import { overageTariff } from "./overage.ts";
import type { RateRule } from "./rule.ts";
import { slabTariff } from "./slab.ts";
import { type Basis, boundAt, type Tariff, zone } from "./tariff.ts";

/** What a rule pays on a person's quota and target, up to an attainment at most. */
export function tariffOf(rule: RateRule, basis: Basis, most: Fraction | null): Tariff {
  const tariff = uncapped(rule, basis);
  return most === null ? tariff : cappedAt(tariff, boundAt(most, "attainment", basis));
}

function uncapped(rule: RateRule, basis: Basis): Tariff {
  switch (rule.rule) {
    case "flat":
      return flatTariff(rule, basis);
    case "marginal":
      return marginalTariff(rule, basis);
    case "slab":
      return slabTariff(rule, basis);
    case "overage":
      return overageTariff(rule, basis);
    case "cliff":
      return cliffTariff(rule, basis);
    case "curve":
      return curveTariff(rule, basis);
  }
}

/** Credit beyond the cap pays nothing and reaches no tier. */
function cappedAt({ zones, reached, exceptions }: Tariff, cap: Fraction): Tariff {
  const below = zones.filter(({ from }) => from === null || from.compare(cap) < 0);
  // a lump at the cap itself is still reached
  const lump = zones.find(({ from }) => from?.equals(cap))?.lump ?? zero;
  const beyond = zone(cap, below.at(-1)?.tier ?? 1, zero, { lump, isBeyondCap: true });
  return {
    zones: [...below, beyond],
    reached: reached.filter(({ from }) => from.compare(cap) <= 0),
    exceptions,
  };
}
