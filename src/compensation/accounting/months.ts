import type { PlainDate } from "../../calendar.ts";

/** Months counted from the year 0, so that they can be stepped through without reckoning dates. */
export type MonthNumber = number;

export const monthNumber = (date: PlainDate): MonthNumber =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The first day of a month. */
export const firstDay = (month: MonthNumber): PlainDate =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** What time is counted in: months, or days from 1970 on. */
export type Unit = "month" | "day";

export const unitOf = (date: PlainDate, by: Unit): number =>
  by === "month" ? monthNumber(date) : dayNumber(date);

/** The first unit of a month. */
export const firstUnit = (month: MonthNumber, by: Unit): number =>
  by === "month" ? month : Date.UTC(Math.floor(month / 12), month % 12, 1) / dayLength;

const dayLength = 86_400_000;

const dayNumber = (date: PlainDate) =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
  dayLength;
