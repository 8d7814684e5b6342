import type { Timeline } from "./timeline.ts";

/** Bookings of one entity by month, in whole minor units. */
export interface Series {
  readonly entityType: string;
  readonly entityId: string;
  /** Number of the first month on the timeline; earlier months don't exist for the entity. */
  readonly start: number;
  /** Booked in each month from `start` to the current one, which holds what is booked so far. */
  readonly booked: readonly number[];
  /** Booked in the same months up to as many days before the month's end as the as-of date is. */
  readonly bookedToPoint: readonly number[];
}

/** What is booked in a month; 0 outside the entity's months. */
export function bookedIn(series: Series, month: number): number {
  // no missing figure: an entity that isn't there yet books nothing, and its own months are all given
  return series.booked[month - series.start] ?? 0;
}

/** What is booked in a month up to the point of the month at which forecasts are made. */
export function bookedToPoint(series: Series, month: number): number {
  // as above: nothing is booked before an entity's first month
  return series.bookedToPoint[month - series.start] ?? 0;
}

/** The months before `origin`, which are complete when the forecast is made there. */
export function completeMonths(series: Series, origin: number): readonly number[] {
  return series.booked.slice(0, Math.max(0, origin - series.start));
}

/** Whether corrections ever took a month below zero; bookings are bounded by zero otherwise. */
export function hasNegative(series: Series, origin: number): boolean {
  return [...completeMonths(series, origin), bookedToPoint(series, origin)].some((x) => x < 0);
}

/**
 * The share of a month's bookings that still lies ahead at the origin's point of the month, from
 * the entity's complete months at the same place in the quarter (bookings crowd at its end): the
 * ratio of sums over at most the last twelve such months. Without such history, the days' share.
 */
export function shareAhead(series: Series, line: Timeline, origin: number): number {
  let ahead = 0;
  let total = 0;
  for (let month = origin - 3, seen = 0; month >= series.start && seen < 12; month -= 3, seen++) {
    ahead += bookedIn(series, month) - bookedToPoint(series, month);
    total += bookedIn(series, month);
  }
  const share = total > 0 ? ahead / total : line.daysLeft / line.daysInMonth;
  return Math.min(1, Math.max(0, share));
}
