import { uniformStream } from "../../statistics/random.ts";
import { standardNormal } from "../../statistics/variates.ts";

/** How attainments of a year are drawn. */
export interface Chance {
  /** Attainments to draw from: at least one. */
  readonly attainments: readonly number[];
  /** What they are to come to on average; theirs where it is null. */
  readonly mean: number | null;
  /** Times their own spread. */
  readonly spread: number;
  /** Standard deviation of the luck that all people of a year share, as a share of attainment. */
  readonly shared: number;
  readonly people: number;
}

/** Years that are drawn, each the attainments of all its people. */
export const drawnYears = 500;
const seed = 20_240_229;

/**
 * Draws years of attainments: resampled and smoothed by a normal kernel with the bandwidth of Silverman's
 * rule (1986, 3.31), shrunk so that the variance stays that of the sample (ibid., 6.4.1), all of a year
 * raised or lowered by its luck. The same draws for every plan.
 */
export function drawYears({ attainments, mean, spread, shared, people }: Chance): Float64Array[] {
  const uniform = uniformStream(seed);
  const own = moments(attainments);
  const aim = mean ?? own.mean;
  const shrink = 1 / Math.sqrt(1 + own.bandwidth ** 2 / (own.deviation ** 2 || 1));
  return Array.from({ length: drawnYears }, () => {
    const luck = Math.max(0, 1 + shared * standardNormal(uniform()));
    return Float64Array.from({ length: people }, () => {
      const picked = attainments[Math.floor(uniform() * attainments.length)] ?? own.mean;
      const noise = own.bandwidth * standardNormal(uniform());
      return Math.max(0, luck * (aim + spread * shrink * (picked - own.mean + noise)));
    });
  });
}

function moments(values: readonly number[]) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? mean;
  const deviation = Math.sqrt(variance);
  const quartiles = (at(0.75) - at(0.25)) / 1.34;
  const scale = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
  return { mean, deviation, bandwidth: 0.9 * scale * values.length ** -0.2 };
}
