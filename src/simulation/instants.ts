import { type Day, type Instant, secondsPerDay } from "./days.ts";
import type { RegionName } from "./people.ts";
import { chance, integer, type Random } from "./random.ts";

/** Working hours in UTC, as seconds of the company's day; it is in New York, UTC−5 or UTC−4. */
const hours: Readonly<Record<RegionName, readonly [number, number]>> = {
  Americas: [13 * 3600, 23 * 3600],
  EMEA: [7 * 3600, 17 * 3600],
  "Asia Pacific": [22 * 3600, 27 * 3600],
};
const lateShare = 0.03;

/** Moments lie in a fixed pattern, one in each of these slots: fewer texts compress better. */
const slot = 240;

/**
 * A moment of a day in New York. Late work falls on the next day in UTC, as it does in real
 * exports: time zones decide the date.
 */
export function instantOn(day: Day, region: RegionName, random: Random): Instant {
  const [from, to] = chance(random, lateShare) ? [23 * 3600, 27 * 3600] : hours[region];
  const place = integer(random, from / slot, to / slot - 1);
  return day * secondsPerDay + place * slot + ((place * 97) % slot);
}
