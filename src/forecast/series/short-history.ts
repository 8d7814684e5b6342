/** A forecast that is the same at every step. */
export interface FlatForecast {
  readonly mean: number;
  /** The size of its errors, above 0. */
  readonly unit: number;
}

/**
 * The mean of a history of at most two values; of an empty one the mean of the other series.
 * The unit is the size of the mean: as if one further value had been off by the whole of it.
 *
 * @param peers the other series' histories
 */
export function flatForecast(
  y: readonly number[],
  peers: readonly (readonly number[])[],
): FlatForecast {
  const known = peers.filter((peer) => peer.length > 0).map(meanOf);
  const mean = y.length > 0 ? meanOf(y) : known.length > 0 ? meanOf(known) : 0;
  return { mean, unit: Math.abs(mean) || unitOfNothing(peers) };
}

/**
 * The unit of a history of nothing but zeros: the mean size of the other series, as if the first
 * value that isn't zero were still to come; one unit of y where those are zero, too.
 */
export function unitOfNothing(peers: readonly (readonly number[])[]): number {
  const sizes = peers.filter((peer) => peer.length > 0).map((peer) => meanOf(peer.map(Math.abs)));
  return (sizes.length > 0 ? meanOf(sizes) : 0) || 1;
}

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
