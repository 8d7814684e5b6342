import { flatPath, type MonthPath } from "./path.ts";

/** What a short history leans on: the months of other entities of its kind. */
export interface PeerLevel {
  readonly mean: number;
  readonly deviation: number;
}

/** How many own months weigh as much as the peers. */
const peerWeight = 3;

/**
 * A flat forecast at the mean of the last twelve months, for histories too short for a season.
 * The deviation counts one further observation that is off by the whole mean, so that one, two or
 * three months that happen to agree don't look certain.
 *
 * @param history at least one month, not all zero
 */
export function meanFallback(history: readonly number[], length: number): MonthPath {
  const recent = history.slice(-12);
  const { mean, squares } = moments(recent);
  const deviation = Math.sqrt((squares + mean * mean) / recent.length);
  return flatPath("mean_fallback", { mean, deviation, months: recent.length, length });
}

/**
 * A flat forecast between the entity's own mean and that of its peers, weighted n to 3: for
 * entities with fewer than three months, or with no booking ever.
 */
export function peerFallback(
  history: readonly number[],
  peers: PeerLevel,
  length: number,
): MonthPath {
  const n = history.length;
  const { mean, squares } = n > 0 ? moments(history) : { mean: 0, squares: 0 };
  const weight = peerWeight / (n + peerWeight);
  const variance = (squares + peerWeight * peers.deviation ** 2) / (n + peerWeight);
  return flatPath("peer_fallback", {
    mean: (1 - weight) * mean + weight * peers.mean,
    deviation: Math.sqrt(variance),
    months: n + 1,
    length,
  });
}

/** Mean and deviation over all months of all peers; undefined when they never booked anything. */
export function peerLevel(histories: readonly (readonly number[])[]): PeerLevel | undefined {
  const months = histories.flat();
  if (months.every((value) => value === 0)) return undefined;
  const { mean, squares } = moments(months);
  return { mean, deviation: Math.sqrt(squares / months.length + mean * mean) };
}

function moments(values: readonly number[]): { mean: number; squares: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, squares: values.reduce((total, x) => total + (x - mean) ** 2, 0) };
}
