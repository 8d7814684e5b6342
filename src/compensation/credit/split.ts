import type Fraction from "fraction.js";
import { exact, isZero, one, roundHalfAway, shareOut, zero } from "../exact.ts";
import type { SplitTotal } from "../plan/terms.ts";

/** Somebody's share of a deal: of what counts to attainment, and of what is paid on. */
export interface Share {
  readonly repId: string;
  readonly credit: number;
  readonly pay: number;
}

/** Whether shares sum to what a plan allows; credit and pay each on their own. */
export function isAllowed(shares: readonly Share[], total: SplitTotal): boolean {
  if (total === "any") return true;
  return [sumOf(shares, "credit"), sumOf(shares, "pay")].every((sum) =>
    total === "exact" ? sum.equals(one) : sum.compare(one) <= 0,
  );
}

/** How far from 1 shares may sum that are meant as the whole: thirds written as 0.333, or as 0.334. */
const slack = exact(0.0025);

/** As many parts of the whole as a number tells apart. */
const parts = 1e15;

/**
 * Shares as they are meant: those that all but sum to 1 sum to 1 where the plan asks for it, each in
 * proportion, so that no cent of a deal is made or lost. Credit and pay each on their own.
 */
export function meantShares<One extends Share>(shares: readonly One[], total: SplitTotal): One[] {
  const [credit, pay] = [meant(shares, "credit", total), meant(shares, "pay", total)];
  return shares.map((share, at) => ({
    ...share,
    credit: credit[at] ?? share.credit,
    pay: pay[at] ?? share.pay,
  }));
}

function meant(shares: readonly Share[], of: "credit" | "pay", total: SplitTotal): number[] {
  const written = shares.map((share) => share[of]);
  const over = sumOf(shares, of).sub(one);
  const mayDiffer = total === "any" || (total === "at_most" && over.compare(0) <= 0);
  if (mayDiffer || isZero(over) || over.abs().compare(slack) > 0) return written;
  return shareOut(parts, written.map(exact)).map((part) => part / parts);
}

export const sumOf = (shares: readonly Share[], of: "credit" | "pay"): Fraction =>
  shares.reduce((sum, share) => sum.add(exact(share[of])), zero);

/**
 * Minor units of a deal by person: whole, and together the rounded share of the deal that is credited
 * (largest remainder; ties to the person whose id sorts first, so that order doesn't matter).
 */
export function splitCents(
  dealCents: number,
  shares: readonly Share[],
  of: "credit" | "pay",
): Map<Share, number> {
  const [only, ...others] = shares;
  if (only !== undefined && others.length === 0 && only[of] === 1)
    return new Map([[only, dealCents]]);
  const sorted = [...shares].sort((a, b) => (a.repId < b.repId ? -1 : 1));
  const credited = roundHalfAway(sumOf(shares, of).mul(dealCents));
  const weights = sorted.map((share) => exact(share[of]));
  const cents = credited === 0 ? weights.map(() => 0) : shareOut(credited, weights);
  return new Map(sorted.map((share, index) => [share, cents[index] ?? 0]));
}
