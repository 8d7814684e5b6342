/** A date, `YYYY-MM-DD`. */
export type Day = string;

/** From a first to a last day. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export type Grain = "month" | "quarter" | "year";

export const never: Day = "9999-12-31";
const length = { month: 1, quarter: 3, year: 12 };
const milliseconds = 86_400_000;

export const later = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * milliseconds).toISOString().slice(0, 10);

/** The fiscal month, quarter or year that a day is in, of years that begin in a month from 1 to 12. */
export function fiscal(day: Day, grain: Grain, firstMonth: number): Span {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const start = month - ((month - (firstMonth - 1)) % length[grain]);
  return { from: monthStart(start), until: later(monthStart(start + length[grain]), -1) };
}

/** The same day so many months on, or the last of the month that hasn't got it. */
export function monthsOn(day: Day, months: number): Day {
  const start = monthStart(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months);
  return earliest(later(start, Number(day.slice(8)) - 1), monthEnd(start));
}

const monthStart = (month: number): Day =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;

export const monthEnd = (day: Day): Day => fiscal(day, "month", 1).until;

/** The ends of the months from one day's to another's. */
export function monthEnds({ from, until }: Span): Day[] {
  const ends: Day[] = [];
  for (let end = monthEnd(from); end <= monthEnd(until); end = monthEnd(later(end, 1))) {
    ends.push(end);
  }
  return ends;
}

export const holds = ({ from, until }: Span, day: Day): boolean => from <= day && day <= until;

/** Every day of a span; those of spans asked for before are known. */
export function daysOf({ from, until }: Span): readonly Day[] {
  const known = listed.get(`${from} ${until}`);
  if (known !== undefined) return known;
  const days: Day[] = [];
  for (let day = from; day <= until; day = later(day, 1)) days.push(day);
  listed.set(`${from} ${until}`, days);
  return days;
}

const listed = new Map<string, readonly Day[]>();

export const latest = (a: Day, b: Day): Day => (a < b ? b : a);
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
