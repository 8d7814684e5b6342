import {
  clockText,
  type Day,
  dateText,
  type Instant,
  monthOf,
  monthStart,
  secondsPerDay,
  utcDay,
  weekday,
} from "../days.ts";

/** A property that is a moment, in UTC: `2019-12-04 12:48:22`. */
export function momentText(instant: Instant): string {
  const day = utcDay(instant);
  return `${dateText(day)} ${clockText(instant - day * secondsPerDay)}`;
}

/** As the connector stamps rows, in UTC: `2019-10-22 19:17:37.819`. */
export const stampText = (instant: Instant): string => `${momentText(instant)}.000`;

/** The last stamp before a moment. */
export const stampBefore = (instant: Instant): string => `${momentText(instant - 1)}.999`;

/** When the connector fetched a change: every night just before twelve. */
export const syncText = (instant: Instant): string => `${dateText(utcDay(instant))} 23:59:00.000`;

/** As a view writes it, in the company's time zone: `2024-03-01 17:40`. */
export const viewText = (instant: Instant): string =>
  momentText(instant - secondsBehind(instant)).slice(0, 16);

/** New York's seconds behind UTC: an hour less from the second Sunday of March to November's first. */
function secondsBehind(instant: Instant): number {
  const year = monthOf(utcDay(instant)) - (monthOf(utcDay(instant)) % 12);
  const summer = sunday(monthStart(year + 2), 2) * secondsPerDay + 7 * 3600;
  const winter = sunday(monthStart(year + 10), 1) * secondsPerDay + 6 * 3600;
  return instant >= summer && instant < winter ? 4 * 3600 : 5 * 3600;
}

/** The Sunday of a number in the month that begins on a day. */
const sunday = (start: Day, number: number): Day =>
  start + ((7 - weekday(start)) % 7) + 7 * (number - 1);

/** A duration as views write it, hours beyond 24: `2705:47:48`. */
export function durationText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return `${String(hours).padStart(2, "0")}${clockText(seconds % 3600).slice(2)}`;
}

/** Close dates carry a time of day; some were set late, when in UTC it is tomorrow already. */
export const closeInstant = (close: Day, number: number): Instant =>
  close * secondsPerDay + (number % 8 === 0 ? 26 : 17) * 3600;
