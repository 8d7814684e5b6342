import { normalQuantile } from "../../statistics/normal.ts";

const threshold = normalQuantile(0.95);

/**
 * Whether the autocorrelation at the season's lag differs from 0 at 90 %, by Bartlett's formula
 * (Assimakopoulos & Nikolopoulos 2000; as in R's `forecast::thetaf`).
 *
 * @param y more than two seasons, or the answer is no
 */
export function isSeasonal(y: readonly number[], season: number): boolean {
  if (season < 2 || y.length <= 2 * season) return false;
  const mean = sum(y) / y.length;
  const centred = y.map((value) => value - mean);
  const variance = sum(centred.map((x) => x * x));
  // rounding leaves a constant with a tiny variance
  if (variance <= 1e-20 * mean * mean * y.length) return false;
  const r = Array.from({ length: season }, (_, k) => lagged(centred, k + 1) / variance);
  const before = sum(r.slice(0, -1).map((x) => x * x));
  return Math.abs(r[season - 1] ?? 0) > threshold * Math.sqrt((1 + 2 * before) / y.length);
}

/**
 * Multiplicative seasonal indices by classical decomposition: ratios to a centred moving average,
 * averaged by place in the season and scaled to mean 1 (R's `stats::decompose`).
 *
 * @returns one index a place, the history's first value being at place 0; null where an index
 *   can't be had or lies so near 0 that nothing can be divided by it
 */
export function seasonalIndices(y: readonly number[], season: number): number[] | null {
  const trend = movingAverage(y, season);
  const ratios = Array.from({ length: season }, () => [] as number[]);
  for (const [t, level] of trend.entries()) {
    const value = y[t];
    if (level !== null && value !== undefined) ratios[t % season]?.push(value / level);
  }
  const means = ratios.map((members) => sum(members) / members.length);
  const mean = sum(means) / season;
  const indices = means.map((value) => value / mean);
  return indices.every((index) => Number.isFinite(index) && Math.abs(index) >= 1e-4)
    ? indices
    : null;
}

/** Centred, one season wide; of an even season the two ends count half. Null at the margins. */
function movingAverage(y: readonly number[], season: number): (number | null)[] {
  const half = Math.floor(season / 2);
  const endWeight = season % 2 === 0 ? 0.5 : 1;
  return y.map((_, t) => {
    if (t < half || t + half >= y.length) return null;
    const inner = sum(y.slice(t - half + 1, t + half));
    return (inner + endWeight * ((y[t - half] ?? 0) + (y[t + half] ?? 0))) / season;
  });
}

function lagged(x: readonly number[], lag: number): number {
  let total = 0;
  for (let t = lag; t < x.length; t++) total += (x[t] ?? 0) * (x[t - lag] ?? 0);
  return total;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
