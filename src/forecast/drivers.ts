import { monthsBetween, type PlainDate, workingDaysInMonth } from "../calendar.ts";
import type { Entity } from "./hierarchy.ts";
import type { Presence, Ramp } from "./ramp.ts";
import { fiscalMonth, monthStart, type Timeline } from "./timeline.ts";

/** What may drive bookings, besides their own past. */
export interface Drivers {
  /** What campaigns that began in a month cost, minor units. */
  readonly spend: readonly { readonly month: PlainDate; readonly cents: number }[];
  /** Opportunities created in a month. */
  readonly created: readonly {
    readonly repId: string;
    readonly segment: string;
    readonly month: PlainDate;
    readonly count: number;
  }[];
  /** Rows of plans/indicators.csv. */
  readonly indicators: readonly Indicator[];
  /** Days on which nobody works. */
  readonly holidays: readonly PlainDate[];
}

export interface Indicator {
  readonly name: string;
  readonly date: PlainDate;
  readonly value: number;
  /** Null where it isn't told: then it was known on its own date. */
  readonly recordedOn: PlainDate | null;
}

/** Months by which spend and creation come before the bookings that they are held against. */
const lag = 3;

/** Where months beyond those known stand at their recent mean. */
const recentMonths = 6;

/** One value a month of the timeline, and beyond it to the end of the horizon. */
export type Column = readonly number[];

/** Working days (Monday to Friday but for holidays), and the first and the last month of a quarter. */
export function calendarColumns(
  line: Timeline,
  length: number,
  holidays: readonly PlainDate[],
): Column[] {
  const months = Array.from({ length }, (_, month) => month);
  const place = (month: number) => fiscalMonth(line, month) % 3;
  return [
    months.map((month) => workingDaysInMonth(monthStart(line, month), holidays)),
    months.map((month) => (place(month) === 0 ? 1 : 0)),
    months.map((month) => (place(month) === 2 ? 1 : 0)),
  ];
}

/** The log of how many ramped reps an entity has: beyond the cutoff those hired and not gone by then. */
export function headcount(
  { sellers }: Entity,
  presence: readonly Presence[],
  { origin, ramp, length }: { origin: number; ramp: Ramp; length: number },
): Column {
  const months = new Float64Array(length);
  for (const seller of sellers) {
    const one = presence[seller];
    if (!one || one.first >= origin) continue;
    // a leaving in the cutoff's month or later isn't known
    const last = one.last < origin ? one.last : length;
    for (let month = one.first; month <= Math.min(last, length - 1); month++) {
      const tenure = one.hired === null ? null : month - one.hired;
      months[month] = (months[month] ?? Number.NaN) + ramp(tenure);
    }
  }
  return Array.from(months, Math.log1p);
}

/** The log of what was so many months before; beyond what an origin knows, of the recent mean. */
export function lagged(values: ArrayLike<number>, origin: number, length: number): Column {
  const at = (month: number) => values[Math.max(0, month)] ?? Number.NaN;
  const recent = Array.from({ length: recentMonths }, (_, k) => at(origin - 1 - k));
  const mean = recent.reduce((a, b) => a + b, 0) / recentMonths;
  return Array.from({ length }, (_, month) =>
    Math.log1p(month - lag < origin ? at(month - lag) : mean),
  );
}

/** An indicator by month as recorded by a day; before its first value as that, after its last, too. */
export function indicatorColumn(
  rows: readonly Indicator[],
  line: Timeline,
  { knownBy, length }: { knownBy: PlainDate; length: number },
): Column | null {
  const known = rows
    .filter(({ date, recordedOn }) => (recordedOn ?? date) <= knownBy)
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const [first] = known;
  if (!first) return null;
  let value = first.value;
  let next = 0;
  return Array.from({ length }, (_, month) => {
    while (next < known.length) {
      const row = known[next];
      if (!row || monthsBetween(line.firstMonth, row.date) > month) break;
      value = row.value;
      next++;
    }
    return value;
  });
}

/** By date, what was recorded last counting last. */
const orderOf = ({ date, recordedOn }: Indicator) => `${date} ${recordedOn ?? date}`;
