import type Fraction from "fraction.js";
import { exact, one, roundHalfAway, shareOut, zero } from "../exact.ts";
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
  const parts = credited === 0 ? weights.map(() => 0) : shareOut(credited, weights);
  return new Map(sorted.map((share, index) => [share, parts[index] ?? 0]));
}
