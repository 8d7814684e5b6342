import type { PlainDate } from "../calendar.ts";
import { type Day, dateText, monthEnd } from "./days.ts";

/** When the CRM is exported: at month ends, weekly in the thirteen weeks before the as-of date. */
export interface Drops {
  readonly dates: readonly PlainDate[];
  readonly days: readonly Day[];
  /** The first drop on or after a day; `dates.length` for days after the last. */
  dropOf(day: Day): number;
}

const weeks = 13;

/** @param start the first day of business; the first drop is the end of its month */
export function createDrops(start: Day, asOf: Day): Drops {
  const weekly = Array.from({ length: weeks }, (_, week) => asOf - 7 * week);
  const days = [...new Set([...monthEnds(start, asOf - 7 * weeks), ...weekly])]
    .filter((day) => day > start)
    .sort((a, b) => a - b);
  const index = new Int32Array(asOf - start + 1);
  let drop = 0;
  for (let day = start; day <= asOf; day++) {
    index[day - start] = drop;
    if (days[drop] === day) drop++;
  }
  return {
    days,
    dates: days.map(dateText),
    dropOf: (day) => (day <= start ? 0 : (index[day - start] ?? days.length)),
  };
}

function monthEnds(start: Day, asOf: Day): Day[] {
  const ends: Day[] = [];
  for (let end = monthEnd(start); end <= asOf; end = monthEnd(end + 1)) ends.push(end);
  return ends;
}
