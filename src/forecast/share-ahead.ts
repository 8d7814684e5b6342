import { daysInMonth } from "../calendar.ts";
import { type Booked, bookedToPoint, byEntity } from "./booked.ts";
import type { Cutoff } from "./cutoff.ts";
import type { Hierarchy } from "./hierarchy.ts";

/** The most months at the same place in the quarter that are looked at. */
const monthsBack = 12;

/** So many months of the mean entity are given the company's share. */
const priorMonths = 6;

/**
 * The share of a month's bookings that still lies ahead at a cutoff, by entity: what was ahead at
 * the same point of earlier months at the same place in the quarter (bookings crowd at its end)
 * over all of their bookings. An entity's own share leans on the company's; without history it is
 * the days' share.
 */
export function sharesAhead(hierarchy: Hierarchy, booked: Booked, cutoff: Cutoff): Float64Array {
  const ahead = new Float64Array(hierarchy.entities.length);
  const total = new Float64Array(hierarchy.entities.length);
  let months = 0;
  for (let month = cutoff.origin - 3; month >= 0 && months < monthsBack; month -= 3, months++) {
    const point = byEntity(hierarchy, bookedToPoint(booked, month, cutoff));
    for (const [k, sums] of booked.byEntity.entries()) {
      const whole = sums[month] ?? Number.NaN;
      ahead[k] = (ahead[k] ?? Number.NaN) + whole - (point[k] ?? Number.NaN);
      total[k] = (total[k] ?? Number.NaN) + whole;
    }
  }
  const company = shareOf(
    ahead[0] ?? 0,
    total[0] ?? 0,
    cutoff.daysLeft / daysInMonth(cutoff.date),
    0,
  );
  const size = meanSize(total) * (priorMonths / Math.max(1, months));
  return ahead.map((value, k) =>
    k === 0 ? company : shareOf(value, total[k] ?? Number.NaN, company, size),
  );
}

/** @param prior bookings that count as if `guess` of them had been ahead */
function shareOf(ahead: number, total: number, guess: number, prior: number): number {
  const below = total + prior;
  const share = below > 0 ? (ahead + prior * guess) / below : guess;
  return Math.min(1, Math.max(0, share));
}

/** Mean size of the entities but for the company, and for those that booked nothing. */
function meanSize(totals: Float64Array): number {
  const sizes = totals.slice(1).filter((value) => value !== 0);
  return sizes.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, sizes.length);
}
