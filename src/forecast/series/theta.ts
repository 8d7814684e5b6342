import { isSeasonal, seasonalIndices } from "./seasonality.ts";
import { fitSimpleSmoothing } from "./simple-smoothing.ts";

/**
 * The Theta method as it won the M3 competition (Assimakopoulos & Nikolopoulos 2000), in the
 * closed form of Hyndman & Billah (2003): simple exponential smoothing plus half the slope of the
 * least-squares line as drift, on a history seasonally adjusted where it tests seasonal. The same
 * as R's `forecast::thetaf`.
 *
 * @param y at least two values
 */
export function theta(y: readonly number[], season: number, h: number): number[] {
  const indices = isSeasonal(y, season) ? seasonalIndices(y, season) : null;
  const index = (t: number) => indices?.[t % season] ?? 1;
  const n = y.length;
  const adjusted = y.map((value, t) => value / index(t));
  const { alpha, level } = fitSimpleSmoothing(adjusted);
  const drift = slope(adjusted) / 2;
  const start = (1 - (1 - alpha) ** n) / alpha;
  return Array.from({ length: h }, (_, k) => (level + drift * (k + start)) * index(n + k));
}

/** Of the least-squares line through equally spaced values. */
function slope(y: readonly number[]): number {
  const middle = (y.length - 1) / 2;
  let [xy, xx] = [0, 0];
  for (const [t, value] of y.entries()) {
    xy += (t - middle) * value;
    xx += (t - middle) ** 2;
  }
  return xy / xx;
}
