import { uniformStream } from "./random.ts";
import type { Interval } from "./wilson.ts";

export interface BootstrapOptions {
  readonly resamples?: number;
  readonly seed?: number;
  readonly level?: number;
}

/**
 * Percentile intervals of statistics when whole clusters are drawn again with replacement (Davison
 * & Hinkley 1997, Bootstrap methods and their application, 3.8): rows of a cluster come and go
 * together, so that what they share isn't counted twice.
 *
 * @param clusters of each row, 0 to `count` − 1
 * @param statistics worked out from the weight of each row: how often its cluster was drawn
 * @returns one interval a statistic; draws that give NaN are left out
 */
export function clusterBootstrap(
  { clusters, count }: { clusters: ArrayLike<number>; count: number },
  statistics: (weights: Float64Array) => readonly number[],
  { resamples = 200, seed = 1, level = 0.95 }: BootstrapOptions = {},
): Interval[] {
  const random = uniformStream(seed);
  const weights = new Float64Array(clusters.length);
  const draws: (readonly number[])[] = [];
  for (let draw = 0; draw < resamples; draw++) {
    const times = new Uint32Array(count);
    for (let k = 0; k < count; k++) {
      const drawn = Math.floor(random() * count);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    for (let row = 0; row < weights.length; row++) weights[row] = times[clusters[row] ?? -1] ?? 0;
    draws.push(statistics(weights));
  }
  return (draws[0] ?? []).map((_, k) =>
    percentiles(
      draws.map((values) => values[k] ?? Number.NaN),
      level,
    ),
  );
}

function percentiles(values: readonly number[], level: number): Interval {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}
