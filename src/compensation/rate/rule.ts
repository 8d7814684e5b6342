import type Fraction from "fraction.js";
import type { Conditions } from "../credit/conditions.ts";

/** What a unit of credit pays: a number, or so many times target pay over quota. */
export type Rate =
  | { readonly of: "amount"; readonly rate: Fraction }
  | { readonly of: "target"; readonly times: Fraction };

/** In what the lower bounds of tiers are measured: shares of the quota, or credit itself. */
export type Bounds = "attainment" | "amount";

/** From its bound on, inclusive; the tiers of a rule rise from 0. */
export interface Tier {
  readonly from: Fraction;
  readonly rate: Rate;
}

export interface Flat {
  readonly rule: "flat";
  readonly rate: Rate;
  /** The first that a credit meets holds for it. */
  readonly exceptions: readonly { readonly where: Conditions; readonly rate: Rate }[];
}

export interface Marginal {
  readonly rule: "marginal";
  readonly bounds: Bounds;
  readonly tiers: readonly Tier[];
}

export interface Slab {
  readonly rule: "slab";
  readonly bounds: Bounds;
  readonly tiers: readonly Tier[];
  /** Whose credit chooses the tier. */
  readonly reachedBy: "own" | "team";
}

export interface Overage {
  readonly rule: "overage";
  readonly tiers: readonly Tier[];
}

export interface Cliff {
  readonly rule: "cliff";
  readonly bounds: Bounds;
  readonly threshold: Fraction;
  readonly rate: Rate;
}

/** Shares of target pay by attainment, linear between points. */
export interface Curve {
  readonly rule: "curve";
  readonly points: readonly { readonly at: Fraction; readonly pays: Fraction }[];
  /** What more attainment than the last point's adds: nothing, or as much as before it. */
  readonly beyond: "flat" | "extend";
}

export type RateRule = Flat | Marginal | Slab | Overage | Cliff | Curve;
