import jstat from "jstat";

const { normal } = jstat.jStat;

/** The x with P(Z ≤ x) = `probability` of a standard normal Z; 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  return normal.inv(probability, 0, 1);
}

/** How many standard errors a 95 % interval reaches to either side. */
export const z95 = normalQuantile(0.975);

/** P(Z ≤ z) of a standard normal Z; z may be infinite. */
export function normalProbability(z: number): number {
  if (!Number.isFinite(z)) return z > 0 ? 1 : 0;
  return normal.cdf(z, 0, 1);
}

/** P(|Z| ≥ |z|) of a standard normal Z: the p value of a two-sided test. */
export function twoSidedProbability(z: number): number {
  return Math.min(1, 2 * normal.cdf(-Math.abs(z), 0, 1));
}
