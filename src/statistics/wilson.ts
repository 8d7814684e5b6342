import { normalQuantile } from "./normal.ts";

/** A range of values, both ends included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval for a share (Wilson 1927, Probable inference, the law of succession, and
 * statistical inference), which Brown, Cai & DasGupta 2001 recommend for small samples: it never
 * leaves [0, 1] and is no point at a share of 0 or 1.
 *
 * @param successes 0 to `trials`
 * @param trials > 0
 */
export function wilson(successes: number, trials: number, level = 0.95): Interval {
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const weight = 1 + z ** 2 / trials;
  const centre = (share + z ** 2 / (2 * trials)) / weight;
  const reach =
    (z / weight) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
}
