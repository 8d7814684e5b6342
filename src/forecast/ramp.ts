import { monthsBetween } from "../calendar.ts";
import { isotonic } from "../statistics/isotonic.ts";
import type { Booked } from "./booked.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { Timeline } from "./timeline.ts";

/** Which months a rep was there, and since when. */
export interface Presence {
  /** Numbers of the first and the last month; no later month is theirs. */
  readonly first: number;
  readonly last: number;
  /** The month of hire, before 0 where it lies before the data; null where it isn't known. */
  readonly hired: number | null;
}

/** What a rep sells at a time after the hire as a share of what it is later on. */
export type Ramp = (monthsSinceHire: number | null) => number;

/** From when on months since the hire make no difference. */
const rampEnd = 12;

/** Months of each step of the curve. */
const stepMonths = 3;

/** Rep months that each step is given at the full level. */
const priorMonths = 12;

/** The months before an origin that the curve is learned from. */
const monthsBack = 36;

export function presences({ sellers, since }: Hierarchy, line: Timeline): Presence[] {
  const numberOf = (date: string) => monthsBetween(line.firstMonth, date);
  return sellers.map(({ hiredOn, leftOn }, index) => ({
    first: Math.max(0, numberOf(since[index] ?? line.firstMonth)),
    last: leftOn === null ? Number.POSITIVE_INFINITY : numberOf(leftOn),
    hired: hiredOn === null ? null : numberOf(hiredOn),
  }));
}

/**
 * The curve by quarters since the hire, from all reps' months before an origin: means over the
 * mean from a year on, non-decreasing, drawn towards no ramp where such months are few.
 */
export function rampAt(
  presence: readonly Presence[],
  bySeller: readonly Float64Array[],
  origin: number,
): Ramp {
  const steps = rampEnd / stepMonths;
  const sums = new Float64Array(steps + 1);
  const counts = new Float64Array(steps + 1);
  for (const [k, { first, last, hired }] of presence.entries()) {
    if (hired === null) continue;
    const from = Math.max(first, origin - monthsBack);
    for (let month = from; month < Math.min(origin, last + 1); month++) {
      const step = Math.min(steps, Math.max(0, Math.floor((month - hired) / stepMonths)));
      sums[step] = (sums[step] ?? Number.NaN) + (bySeller[k]?.[month] ?? Number.NaN);
      counts[step] = (counts[step] ?? Number.NaN) + 1;
    }
  }
  const full = (sums[steps] ?? 0) / (counts[steps] ?? 0);
  if (!(full > 0)) return () => 1;
  const means = Array.from({ length: steps }, (_, step) => {
    const own = (sums[step] ?? Number.NaN) / full + priorMonths;
    return Math.max(0, own / ((counts[step] ?? Number.NaN) + priorMonths));
  });
  const curve = isotonic(
    means.map((share) => Math.min(1, share)),
    Array.from(counts.slice(0, steps), (n) => n + priorMonths),
  );
  return (months) =>
    months === null ? 1 : (curve[Math.floor(Math.max(0, months) / stepMonths)] ?? 1);
}

/** Bookings by rep and month. */
export function bookedBySeller({ sellers, segments }: Hierarchy, { byCell }: Booked) {
  return sellers.map((_, seller) => {
    const parts = segments.map((_, k) => byCell[seller * segments.length + k]);
    const total = new Float64Array(parts[0]?.length ?? 0);
    return total.map((_, month) => parts.reduce((sum, part) => sum + (part?.[month] ?? 0), 0));
  });
}
