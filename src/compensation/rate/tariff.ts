import type Fraction from "fraction.js";
import { isZero, zero } from "../exact.ts";
import type { Bounds, Rate } from "./rule.ts";

/**
 * A stretch of credit that is priced in one way, up to the next zone. Credit is laid end to end from
 * 0 upwards as it comes.
 */
export interface Zone {
  /** Its lower bound, inclusive, in minor units of credit; null in the first, which has none. */
  readonly from: Fraction | null;
  /** Counted from 1; 0 under the first point of a curve. */
  readonly tier: number;
  /** Null where all of the zone is priced at the rate of the tier that is reached. */
  readonly rate: Fraction | null;
  /** What the rate is applied to: the money of a credit, or its weighted credit. */
  readonly of: "amount" | "credit";
  /** Minor units paid once its bound is reached. */
  readonly lump: Fraction;
  readonly isBeyondCap: boolean;
}

/** A tier whose rate holds for all of the zones without one, once credit reaches its bound. */
export interface ReachedTier {
  readonly from: Fraction;
  readonly tier: number;
  readonly rate: Fraction;
}

/** A rate rule in a person's numbers: what each part of the credit of a period pays. */
export interface Tariff {
  readonly zones: readonly Zone[];
  /** Empty where every zone has a rate of its own. */
  readonly reached: readonly ReachedTier[];
  /** The rates of a flat rule's exceptions, in their order. */
  readonly exceptions: readonly Fraction[];
}

/** A person's numbers for a period, in minor units; null where the plan gives none. */
export interface Basis {
  readonly quota: Fraction | null;
  readonly target: Fraction | null;
}

/** A bound in minor units of credit. */
export function boundAt(bound: Fraction, bounds: Bounds, { quota }: Basis): Fraction {
  if (bounds === "amount") return bound;
  return needed(quota, "quota").mul(bound);
}

/** Minor units that a minor unit of credit pays; target pay over a quota of no days is nothing. */
export function ratio(rate: Rate, { quota, target }: Basis): Fraction {
  if (rate.of === "amount") return rate.rate;
  const whole = needed(quota, "quota");
  return isZero(whole) ? zero : needed(target, "target pay").div(whole).mul(rate.times);
}

/** A number that the check of plans has made sure of. */
export function needed(value: Fraction | null, what: string): Fraction {
  if (value === null) throw new Error(`a rate rule without ${what}`);
  return value;
}

export const zone = (
  from: Fraction | null,
  tier: number,
  rate: Fraction | null,
  parts: Partial<Pick<Zone, "of" | "lump" | "isBeyondCap">> = {},
): Zone => ({ from, tier, rate, of: "amount", lump: zero, isBeyondCap: false, ...parts });
