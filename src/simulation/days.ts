import type { PlainDate } from "../calendar.ts";
import { at } from "./random.ts";

/** A day as a whole number: days since 1970-01-01. Rows are many, so dates are looked up. */
export type Day = number;
/** Seconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const secondsPerDay = 86_400;

const firstYear = 1970;
const lastYear = 2099;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (value: number) => String(value).padStart(2, "0");

const dateTexts: string[] = [];
const dayMonths: number[] = [];
const monthStarts: number[] = [];
for (let year = firstYear; year <= lastYear; year++) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  for (let month = 1; month <= 12; month++) {
    const length = at(monthLengths, month - 1) + (month === 2 && isLeap ? 1 : 0);
    monthStarts.push(dateTexts.length);
    for (let day = 1; day <= length; day++) {
      dayMonths.push(monthStarts.length - 1);
      dateTexts.push(`${year}-${two(month)}-${two(day)}`);
    }
  }
}
const minuteTexts = Array.from(
  { length: 1440 },
  (_, m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`,
);
const secondTexts = Array.from({ length: 60 }, (_, s) => `:${two(s)}`);

export const dateText = (day: Day): PlainDate => at(dateTexts, day);

/** The day of a plain date between 1970 and 2099. */
export function dayOf(date: PlainDate): Day {
  const [year, month, day] = date.split("-").map(Number);
  return monthStart(((year ?? 0) - firstYear) * 12 + (month ?? 0) - 1) + (day ?? 0) - 1;
}

/** As Salesforce writes an instant: `2025-03-31T23:30:00.000Z`. */
export function instantText(instant: Instant): string {
  const day = Math.floor(instant / secondsPerDay);
  return `${dateText(day)}T${clockText(instant - day * secondsPerDay)}.000Z`;
}

/** `23:30:00` for a second of the day. */
export const clockText = (second: number): string =>
  at(minuteTexts, Math.floor(second / 60)) + at(secondTexts, second % 60);

export const utcDay = (instant: Instant): Day => Math.floor(instant / secondsPerDay);

/** Months since January 1970. */
export const monthOf = (day: Day): number => at(dayMonths, day);
export const monthStart = (month: number): Day => at(monthStarts, month);
export const monthEnd = (day: Day): Day => monthStart(monthOf(day) + 1) - 1;

/** 0 is Sunday. */
export const weekday = (day: Day): number => (day + 4) % 7;

/** The day itself, or the Friday before a weekend. */
export function workday(day: Day): Day {
  const name = weekday(day);
  if (name === 6) return day - 1;
  return name === 0 ? day - 2 : day;
}

/** The day itself, or the Monday after a weekend. */
export function nextWorkday(day: Day): Day {
  const name = weekday(day);
  if (name === 6) return day + 2;
  return name === 0 ? day + 1 : day;
}
