import { exact, one } from "../exact.ts";
import type { Bounds, Rate, RateRule, Tier } from "../rate/rule.ts";
import type { RateEntry, TierEntry } from "./rate-schema.ts";
import { type Scale, whereOf } from "./scale.ts";

/** What a rate rule as written means in minor units. */
export function rateRule(entry: RateEntry, scale: Scale): RateRule {
  switch (entry.rule) {
    case "flat":
      return {
        rule: "flat",
        rate: times(rateOf(entry, scale), entry.times),
        exceptions: entry.exceptions.map((exception) => ({
          where: whereOf(exception.where, scale),
          rate: rateOf(exception, scale),
        })),
      };
    case "marginal":
      return { rule: "marginal", ...tiersOf(entry, scale) };
    case "slab":
      return { rule: "slab", ...tiersOf(entry, scale), reachedBy: entry.reached_by };
    case "overage":
      return { rule: "overage", tiers: tiersOf({ ...entry, bounds: "attainment" }, scale).tiers };
    case "cliff": {
      const bounds = boundsOf(entry, scale);
      const threshold = bound(entry.threshold, bounds, scale);
      return { rule: "cliff", bounds, threshold, rate: rateOf(entry, scale) };
    }
    case "curve":
      return {
        rule: "curve",
        points: entry.points.map(({ at, pays }) => ({ at: exact(at), pays: exact(pays) })),
        beyond: entry.beyond,
      };
  }
}

interface TieredEntry {
  readonly tiers: readonly TierEntry[];
  readonly base_rate: number | "target";
  readonly bounds?: Bounds | undefined;
}

function tiersOf(entry: TieredEntry, scale: Scale): { bounds: Bounds; tiers: Tier[] } {
  const bounds = boundsOf(entry, scale);
  const base = rateOf({ rate: entry.base_rate }, scale);
  const tiers = entry.tiers.map((tier) => ({
    from: bound(tier.from, bounds, scale),
    rate: tier.times === undefined ? rateOf(tier, scale) : times(base, tier.times),
  }));
  return { bounds, tiers };
}

/** Shares of the quota wherever there is one. */
const boundsOf = (entry: { readonly bounds?: Bounds | undefined }, { hasQuota }: Scale): Bounds =>
  entry.bounds ?? (hasQuota ? "attainment" : "amount");

const bound = (value: number, bounds: Bounds, { creditUnits }: Scale) =>
  bounds === "attainment" ? exact(value) : exact(value).mul(creditUnits);

interface WrittenRate {
  readonly rate?: number | "target" | undefined;
  readonly per_unit?: number | undefined;
}

function rateOf({ rate, per_unit }: WrittenRate, { moneyUnits, creditUnits }: Scale): Rate {
  if (rate === "target") return { of: "target", times: one };
  if (per_unit === undefined) return { of: "amount", rate: exact(rate ?? 0) };
  return { of: "amount", rate: exact(per_unit).mul(moneyUnits).div(creditUnits) };
}

function times(rate: Rate, factor: number): Rate {
  if (factor === 1) return rate;
  const by = exact(factor);
  return rate.of === "target"
    ? { of: "target", times: rate.times.mul(by) }
    : { of: "amount", rate: rate.rate.mul(by) };
}
