import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { type Basis, boundsOf, creditUnits } from "./basis.ts";
import { type Known, Refusal } from "./known.ts";
import { compare, exactly, minus, quotient, type Ratio, sign, times, zero } from "./ratio.ts";

/** A stretch of positions, from its bound to that of the next; the first one has none. */
export interface Zone {
  readonly from: Ratio | null;
  /** Cents a cent or a hundredth; that of the reached tier, or none beyond the attainment cap. */
  readonly rate: Ratio | "reached" | "beyond";
  /** Paid where the position comes to the bound. */
  readonly lump: Ratio;
}

export interface Tier {
  readonly from: Ratio;
  readonly rate: Ratio;
}

/** A rate rule for one holder and measure period. */
export interface Tariff {
  readonly zones: readonly Zone[];
  readonly tiers: readonly Tier[];
}

type Rule = ComponentEntry["rate"];
/** A rate as one of several keys has it. */
interface Written {
  readonly rate?: number | "target" | undefined;
  readonly times?: number | undefined;
  readonly per_unit?: number | undefined;
}

/** What a component pays on a quota and target pay. */
export function tariffOf(known: Known, component: ComponentEntry, basis: Basis): Tariff {
  const rateAt = (written: Written) => rateOf(known, component.rate, basis, written);
  const bound = (from: number) => boundOf(known, component, basis, from);
  return capped(uncapped(component.rate, basis, rateAt, bound), component, basis);
}

const zone = (from: Ratio | null, rate: Zone["rate"], lump = zero): Zone => ({ from, rate, lump });

function uncapped(
  rule: Rule,
  basis: Basis,
  rateAt: (written: Written) => Ratio,
  bound: (from: number) => Ratio,
): Tariff {
  const tiersOf = (tiers: readonly ({ readonly from: number } & Written)[]): Tier[] =>
    tiers.map((tier) => ({ from: bound(tier.from), rate: rateAt(tier) }));
  switch (rule.rule) {
    case "flat":
      return { zones: [zone(null, times(rateAt(rule), rule.times))], tiers: [] };
    case "marginal": {
      const zones = tiersOf(rule.tiers).map(({ from, rate }, at) => zone(at ? from : null, rate));
      return { zones, tiers: [] };
    }
    case "slab":
      return { zones: [zone(null, "reached")], tiers: tiersOf(rule.tiers) };
    case "cliff": {
      const tiers = [{ from: zero, rate: zero }, ...tiersOf([{ ...rule, from: rule.threshold }])];
      return { zones: [zone(null, "reached")], tiers };
    }
    case "overage": {
      const tiers = tiersOf(rule.tiers);
      const under = zone(null, tiers[0]?.rate ?? zero);
      return { zones: [under, zone(quotaOf(basis), "reached")], tiers };
    }
    case "curve":
      return { zones: [zone(null, zero), ...curveZones(rule, basis)], tiers: [] };
  }
}

/** A point of a curve begins a slope; what the first one pays is a lump. */
function curveZones({ points, beyond }: Extract<Rule, { rule: "curve" }>, basis: Basis): Zone[] {
  const { target } = basis;
  const slopes = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    const rise = quotient(minus(point.pays, before.pays), minus(point.at, before.at));
    return times(rise, targetRate(basis));
  });
  const last = beyond === "extend" ? slopes.at(-1) : zero;
  return points.map(({ at, pays }, index) => ({
    from: times(at, quotaOf(basis)),
    rate: slopes[index] ?? last ?? zero,
    lump: index === 0 ? times(pays, target) : zero,
  }));
}

/** Nothing is paid beyond the attainment cap. */
function capped({ zones, tiers }: Tariff, { caps }: ComponentEntry, basis: Basis): Tariff {
  if (caps.attainment === undefined) return { zones, tiers };
  const cap = times(caps.attainment, quotaOf(basis));
  const lump = zones.find(({ from }) => from !== null && compare(from, cap) === 0)?.lump ?? zero;
  const kept = zones.filter(({ from }) => from === null || compare(from, cap) < 0);
  return {
    zones: [...kept, { from: cap, rate: "beyond", lump }],
    tiers: tiers.filter(({ from }) => compare(from, cap) <= 0),
  };
}

/** Cents that a cent or a hundredth of credit pays. */
export function rateOf(
  { units }: Known,
  rule: Rule,
  basis: Basis,
  { rate, times: factor, per_unit }: Written,
): Ratio {
  if (per_unit !== undefined) return quotient(times(per_unit, units), 100);
  if (rate !== undefined) return rate === "target" ? targetRate(basis) : exactly(rate);
  const base = "base_rate" in rule ? rule.base_rate : "target";
  return times(factor ?? 1, base === "target" ? targetRate(basis) : base);
}

/** Target pay over quota. */
function targetRate(basis: Basis): Ratio {
  const quota = quotaOf(basis);
  return sign(quota) === 0 ? zero : quotient(basis.target, quota);
}

function boundOf(known: Known, component: ComponentEntry, basis: Basis, from: number): Ratio {
  const isAmount = boundsOf(component) === "amount";
  return times(from, isAmount ? creditUnits(known, component) : quotaOf(basis));
}

/** @throws Refusal where there is none */
export function quotaOf({ quota }: Pick<Basis, "quota">): Ratio {
  if (quota === null) throw new Refusal("no quota");
  return quota;
}

/** The last tier that a position comes to, or the first. */
export function tierAt({ tiers }: Tariff, position: Ratio): number {
  return Math.max(
    0,
    tiers.findLastIndex(({ from }) => compare(from, position) <= 0),
  );
}

/** The zones between two positions, each with its share of the way; the zone at them if they are one. */
export function zonesBetween({ zones }: Tariff, a: Ratio, b: Ratio) {
  const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
  const way = minus(high, low);
  const first = zones.findLastIndex(({ from }) => from === null || compare(from, low) <= 0);
  const last = zones.findLastIndex(({ from }) => from === null || compare(from, high) < 0);
  return zones.slice(first, Math.max(first, last) + 1).map((zone, at, passed) => {
    const from = at === 0 ? low : (zone.from ?? low);
    const until = passed[at + 1]?.from ?? high;
    return { zone, share: sign(way) === 0 ? exactly(1) : quotient(minus(until, from), way) };
  });
}
