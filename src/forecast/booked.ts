import { daysInMonth, monthsBetween } from "../calendar.ts";
import { memoised } from "../statistics/memoised.ts";
import type { Cutoff } from "./cutoff.ts";
import { cellIn, type DayBooking, type Entity, type Hierarchy } from "./hierarchy.ts";
import type { Timeline } from "./timeline.ts";

/** Bookings by month, in whole minor units. The last month holds what is booked so far. */
export interface Booked {
  readonly byCell: readonly Float64Array[];
  /** In the order of the hierarchy's entities. */
  readonly byEntity: readonly Float64Array[];
  /** What was booked when, month by month. */
  readonly days: readonly (readonly CellDay[])[];
}

interface CellDay {
  readonly cell: number;
  /** Days of the month after it. */
  readonly daysLeft: number;
  readonly cents: number;
}

/** Adds bookings up by month. Those after the current month have no place and are an error. */
export function bookedByMonth(
  days: readonly DayBooking[],
  { sellers, segments, entities }: Hierarchy,
  line: Timeline,
): Booked {
  const count = line.current + 1;
  const cellOf = cellIn({ sellers, segments });
  const byCell = Array.from(
    { length: sellers.length * segments.length },
    () => new Float64Array(count),
  );
  const byMonth = Array.from({ length: count }, () => [] as CellDay[]);
  const daysLeftAfter = memoised((date: string) => daysInMonth(date) - Number(date.slice(8)));
  for (const { repId, segment, date, cents } of days) {
    const month = monthsBetween(line.firstMonth, date);
    const members = byMonth[month];
    if (!members) throw new RangeError(`unknown month: ${date}`);
    const cell = cellOf(repId, segment) ?? Number.NaN;
    members.push({ cell, daysLeft: daysLeftAfter(date), cents });
    const months = byCell[cell];
    if (months) months[month] = (months[month] ?? Number.NaN) + cents;
  }
  return {
    byCell,
    byEntity: entities.map((entity) => sumOf(entity, byCell, count)),
    days: byMonth,
  };
}

function sumOf({ cells }: Entity, byCell: readonly Float64Array[], count: number): Float64Array {
  const total = new Float64Array(count);
  for (const cell of cells) addTo(total, byCell[cell] ?? []);
  return total;
}

function addTo(total: Float64Array, part: ArrayLike<number>): void {
  for (let k = 0; k < part.length; k++) total[k] = (total[k] ?? Number.NaN) + (part[k] ?? 0);
}

/** What each cell had booked in a month when as many of its days were left as at a cutoff. */
export function bookedToPoint(
  { byCell, days }: Booked,
  month: number,
  { daysLeft }: Cutoff,
): Float64Array {
  const sums = new Float64Array(byCell.length);
  for (const day of days[month] ?? []) {
    if (day.daysLeft >= daysLeft) sums[day.cell] = (sums[day.cell] ?? Number.NaN) + day.cents;
  }
  return sums;
}

/** Sums of cells by entity. */
export function byEntity(
  { entities }: Hierarchy,
  cells: { readonly [cell: number]: number },
): Float64Array {
  return Float64Array.from(entities, (entity) =>
    entity.cells.reduce((total, cell) => total + (cells[cell] ?? 0), 0),
  );
}
