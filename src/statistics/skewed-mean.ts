import { studentQuantile } from "./student.ts";
import type { Interval } from "./wilson.ts";

/** Sums of the powers of a sample's values. */
export interface PowerSums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
}

/**
 * An interval for the mean of a skewed population: Student's t about a mean that is moved by the
 * sample's skew (Johnson 1978, Modified t tests and confidence intervals for asymmetrical
 * populations, JASA 73: 536–544).
 *
 * @returns null for fewer than two values
 */
export function skewedMean(sums: PowerSums, level = 0.95): Interval | null {
  const { count: n, sum, squares, cubes } = sums;
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (squares - n * mean ** 2) / (n - 1));
  // values that are all alike leave a spread of rounding alone
  if (variance <= 1e-12 * mean ** 2) return { lower: mean, upper: mean };
  const third = cubes / n - 3 * mean * (squares / n) + 2 * mean ** 3;
  const centre = mean + third / (6 * variance * n);
  const reach = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  return { lower: centre - reach, upper: centre + reach };
}
