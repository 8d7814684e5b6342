import { normalProbability, normalQuantile } from "../statistics/normal.ts";

/** What a rep may book in a span of time: a mean in minor units, and the variance. */
export interface Production {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The value that a standard normal `z` stands for: the cube root of a sum of skewed amounts is
 * nearly normal (Wilson & Hilferty 1931, The distribution of chi-square; here of a gamma with the
 * mean and variance given). Never below 0.
 */
export function productionAt({ mean, variance }: Production, z: number): number {
  if (!(mean > 0)) return 0;
  const spread = variance / mean ** 2 / 9;
  const root = Math.max(0, 1 - spread + z * Math.sqrt(spread));
  // a power is ten times as slow as products, and years are drawn by the hundred thousand
  return mean * root * root * root;
}

/** The standard normal value that stands for a production. */
export function scoreOf({ mean, variance }: Production, production: number): number {
  if (!(mean > 0)) return production > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const spread = variance / mean ** 2 / 9;
  const distance = Math.cbrt(Math.max(0, production) / mean) - (1 - spread);
  if (spread === 0) return distance === 0 ? 0 : Math.sign(distance) * Number.POSITIVE_INFINITY;
  return distance / Math.sqrt(spread);
}

/** P(production ≥ `quota`); sure where nothing is asked for. */
export function attainmentProbability(production: Production, quota: number): number {
  if (quota <= 0) return 1;
  return 1 - normalProbability(scoreOf(production, quota));
}

/** The central range that holds production with probability `level`. */
export function productionRange(production: Production, level: number) {
  const z = normalQuantile((1 + level) / 2);
  return { lower: productionAt(production, -z), upper: productionAt(production, z) };
}
