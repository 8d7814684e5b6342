import { type Mean, meanOf, velocity } from "../../src/winning/pace.ts";
import type { CellRow } from "./rows.ts";

/** The mart sums whole hundreds of minor units. */
const hundred = 100;

/** Size, cycle and velocity as columns of `win_estimate`. */
export function paceColumns(row: CellRow) {
  const size = sizeOf(row);
  const cycle = cycleOf(row);
  const rate = row.won_count / (row.won_count + row.lost_count);
  return {
    size_cents: size?.mean,
    size_lower_cents: size?.interval?.lower,
    size_upper_cents: size?.interval?.upper,
    cycle_days: cycle?.mean,
    cycle_lower_days: cycle?.interval?.lower,
    cycle_upper_days: cycle?.interval?.upper,
    velocity_cents: velocity(row.open_count, size, rate, cycle),
  };
}

function sizeOf(row: CellRow): Mean | null {
  const { won_amount_cents, won_amount_count: count, size_sum, size_squares, size_cubes } = row;
  if (won_amount_cents === null || size_sum === null) return null;
  if (size_squares === null || size_cubes === null) return null;
  const mean = won_amount_cents / count;
  const interval = meanOf({
    count,
    sum: size_sum,
    squares: size_squares,
    cubes: size_cubes,
  })?.interval;
  // rounding down to hundreds moved the sums: the ends keep their distance from the exact mean
  const shift = mean - (size_sum / count) * hundred;
  return {
    mean,
    interval: interval
      ? { lower: interval.lower * hundred + shift, upper: interval.upper * hundred + shift }
      : null,
  };
}

function cycleOf(row: CellRow): Mean | null {
  const { cycle_count, cycle_days, cycle_squares, cycle_cubes } = row;
  if (cycle_days === null || cycle_squares === null || cycle_cubes === null) return null;
  return meanOf({
    count: cycle_count,
    sum: cycle_days,
    squares: cycle_squares,
    cubes: cycle_cubes,
  });
}
