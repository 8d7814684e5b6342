import type { Series } from "../../src/forecast/series.ts";
import { type Timeline, timeline } from "../../src/forecast/timeline.ts";

/** As of the middle of the second month of a quarter; fiscal years begin in February. */
export const asOf = "2026-06-17";
export const calendar = { startMonth: 2 };

/** A timeline of `months` complete months and the current one. */
export function lineOf(months: number): Timeline {
  const first = new Date(Date.UTC(2026, 5 - months, 1)).toISOString().slice(0, 10);
  return timeline(first, asOf, calendar);
}

/** A series that ends now; of every month a given share is booked by the point of the as-of day. */
export function seriesOf(
  booked: readonly number[],
  line: Timeline,
  { entityType = "company", entityId = "Acme", share = 0.4 } = {},
): Series {
  const bookedToPoint = booked.map((value) => Math.round(value * share));
  const current = bookedToPoint.at(-1) ?? 0;
  return {
    entityType,
    entityId,
    start: line.current - booked.length + 1,
    booked: [...booked.slice(0, -1), current],
    bookedToPoint,
  };
}

/** Monthly bookings with growth, a quarter-end peak and scatter from a fixed seed. */
export function simulated(months: number, seed: number, level = 1e8): number[] {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: months + 1 }, (_, month) => {
    const place = [0.7, 0.8, 1.5][month % 3] ?? 1;
    return Math.round(level * place * Math.exp(0.01 * month + 0.15 * normal()));
  });
}
