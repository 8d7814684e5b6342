import type { PlainDate } from "../calendar.ts";

const dayMillis = 86_400_000;

/** Days from 1970-01-01 to a date, as files carry it. */
export const epochDay = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / dayMillis;

/** The date of an epoch day. */
export const dateOf = (day: number): PlainDate =>
  new Date(day * dayMillis).toISOString().slice(0, 10);
