/** The most of a deviation from the mean growth that carries over to the next step. */
const largestCarry = 0.98;

/**
 * The same place a season ago plus growth: seasonal differences d_t = y_t − y_{t−m} follow a
 * first-order autoregression about their mean, ARIMA(1,0,0)(0,1,0)ₘ with drift, so that recent
 * growth fades into the usual one (Box & Jenkins 1970). The mean counts one further season
 * without growth: what grew in one or two seasons need not go on. Meant for the log scale, where
 * differences are growth rates.
 *
 * @param y more than a season and one value
 */
export function seasonalGrowth(y: readonly number[], season: number, h: number): number[] {
  const differences = y.slice(season).map((value, t) => value - (y[t] ?? 0));
  const mean = differences.reduce((a, b) => a + b, 0) / (differences.length + season);
  const off = differences.map((value) => value - mean);
  const carry = carryOf(off);
  const path = [...y];
  let deviation = off.at(-1) ?? 0;
  for (let k = 0; k < h; k++) {
    deviation *= carry;
    path.push((path[path.length - season] ?? 0) + mean + deviation);
  }
  return path.slice(y.length);
}

/** Least-squares coefficient of each value on the one before, within 0 and almost 1. */
function carryOf(off: readonly number[]): number {
  let [xy, xx] = [0, 0];
  for (let t = 1; t < off.length; t++) {
    xy += (off[t] ?? 0) * (off[t - 1] ?? 0);
    xx += (off[t - 1] ?? 0) ** 2;
  }
  return xx > 0 ? Math.min(largestCarry, Math.max(0, xy / xx)) : 0;
}
