import { normalQuantile } from "./normal.ts";

/** Beyond, a Poisson count is as good as normal. */
const manyEvents = 200;

/** A Poisson count by inversion of a uniform number: a larger mean never gives a smaller count. */
export function poissonDraw(mean: number, uniform: number): number {
  if (mean > manyEvents) return Math.round(mean + Math.sqrt(mean) * standardNormal(uniform));
  let count = 0;
  let chance = Math.exp(-mean);
  let below = chance;
  while (below < uniform && chance > 0) {
    count += 1;
    chance *= mean / count;
    below += chance;
  }
  return count;
}

/** A lognormal value of a mean and variance, both above 0, by inversion of a uniform number. */
export function lognormalDraw(
  { mean, variance }: { readonly mean: number; readonly variance: number },
  uniform: number,
): number {
  const spread = Math.log1p(variance / mean ** 2);
  return Math.exp(Math.log(mean) - spread / 2 + Math.sqrt(spread) * standardNormal(uniform));
}

/** A standard normal value by inversion of a uniform number, which may be 0. */
export const standardNormal = (uniform: number): number =>
  normalQuantile(Math.max(2 ** -33, uniform));
