import { allocate } from "../money.ts";

/**
 * Splits a total into parts that are whole multiples of `unit` and sum to it exactly: largest
 * remainder over the units; what is less than a unit goes to the largest part, the first of equals.
 *
 * @param total, unit whole minor units, unit ≥ 1
 * @param weights non-negative; all zero splits evenly
 */
export function allocateRounded(total: number, weights: readonly number[], unit: number): number[] {
  if (weights.length === 0) return [];
  const units = Math.trunc(total / unit);
  const parts = allocate(units, weights).map((part) => part * unit);
  const largest = parts.indexOf(Math.max(...parts));
  return parts.map((part, index) => (index === largest ? part + (total - units * unit) : part));
}

/**
 * A thousand major units, or less where quotas are small: the largest of 1,000, 100, … minor
 * units' steps that is at most a hundredth of the average quota.
 *
 * @param digits decimals of the currency's major unit
 */
export function roundingUnit(total: number, count: number, digits: number): number {
  const average = Math.abs(total) / Math.max(1, count);
  let unit = 1000 * 10 ** digits;
  while (unit > 1 && unit > average / 100) unit /= 10;
  return Math.max(1, Math.round(unit));
}

/**
 * Shares of the four fiscal quarters in a year's bookings: sums over the given complete years.
 * Even without a complete year, or where a quarter's sum is negative.
 */
export function quarterShares(years: readonly (readonly number[])[]): number[] {
  const sums = [0, 1, 2, 3].map((q) => years.reduce((sum, year) => sum + (year[q] ?? 0), 0));
  const total = sums.reduce((a, b) => a + b, 0);
  if (total <= 0 || sums.some((value) => value < 0)) return [0.25, 0.25, 0.25, 0.25];
  return sums.map((value) => value / total);
}
