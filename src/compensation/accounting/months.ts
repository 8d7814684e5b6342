import { daysBetween, type PlainDate } from "../../calendar.ts";

/** Months counted from the year 0, so that they can be stepped through without reckoning dates. */
export type MonthNumber = number;

export const monthNumber = (date: PlainDate): MonthNumber =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The first day of a month. */
export const firstDay = (month: MonthNumber): PlainDate =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** Days or months of a stretch, its last day included; none where it is over before it begins. */
export function unitsBetween(from: PlainDate, until: PlainDate, by: "month" | "day"): number {
  if (until < from) return 0;
  return by === "day" ? daysBetween(from, until) + 1 : monthNumber(until) - monthNumber(from) + 1;
}
