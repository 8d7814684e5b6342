import { type PowerSums, skewedMean } from "../statistics/skewed-mean.ts";
import type { Interval } from "../statistics/wilson.ts";

/** A mean over won deals with its 95 % interval; null ends where one deal alone is known. */
export interface Mean {
  readonly mean: number;
  readonly interval: Interval | null;
}

/** @returns null where no deal has the figure */
export function meanOf(sums: PowerSums): Mean | null {
  if (sums.count === 0) return null;
  return { mean: sums.sum / sums.count, interval: skewedMean(sums) };
}

/**
 * What open deals would bring a day if they closed as the decided ones did: open deals × mean size
 * × win rate ÷ mean cycle, the formula of `sales_velocity`.
 *
 * @returns null where a factor isn't known, or deals took no day
 */
export function velocity(
  open: number,
  size: Mean | null,
  winRate: number,
  cycle: Mean | null,
): number | null {
  if (!size || !cycle || cycle.mean <= 0) return null;
  return (open * size.mean * winRate) / cycle.mean;
}
