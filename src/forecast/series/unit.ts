/** No history is so smooth that its future is known better than to a hundredth of its size. */
const smallestShare = 0.01;

/**
 * The size of a series' errors before any model: the mean absolute deviation of its changes over
 * a season from their mean. The scale of MASE (Hyndman & Koehler 2006) but for the mean change,
 * since steady growth makes nothing uncertain. At least a hundredth of the mean size; where the
 * history holds no two such changes, the mean size. 0 only where every value is 0.
 *
 * @param y at least one value
 */
export function unitOf(y: readonly number[], season: number): number {
  const size = mean(y.map(Math.abs));
  const changes = y.slice(season).map((value, t) => value - (y[t] ?? 0));
  if (changes.length < 2) return size;
  const usual = mean(changes);
  return Math.max(mean(changes.map((change) => Math.abs(change - usual))), smallestShare * size);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
