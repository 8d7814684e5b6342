import { describe, expect, test } from "vitest";
import { workingDaysInMonth } from "../../src/calendar.ts";
import { cutoffIn } from "../../src/forecast/cutoff.ts";
import {
  calendarColumns,
  type Drivers,
  headcount,
  type Indicator,
  indicatorColumn,
  lagged,
} from "../../src/forecast/drivers.ts";
import { hierarchyOf } from "../../src/forecast/hierarchy.ts";
import { presences } from "../../src/forecast/ramp.ts";
import { asOf, daysOf, forecastOf, lineOf, seller, simulated } from "./company.ts";

const line = lineOf(12);

test("working days are Mondays to Fridays but for holidays", () => {
  // June 2026 begins on a Monday and has 30 days; February 2026 on a Sunday
  const daysIn = (date: string, ...holidays: string[]) => workingDaysInMonth(date, holidays);
  expect([daysIn("2026-06-17"), daysIn("2026-02-01")]).toEqual([22, 20]);
  // a Friday, twice, a Saturday, and a day of another month
  expect(daysIn("2026-06-01", "2026-06-19", "2026-06-19", "2026-06-20", "2026-07-03")).toBe(21);
});

test("the calendar marks the first and the last month of each fiscal quarter", () => {
  const [, first, last] = calendarColumns(line, 6, []);
  // month 0 is June 2025, the second of a quarter that began in May
  expect(first).toEqual([0, 0, 1, 0, 0, 1]);
  expect(last).toEqual([0, 1, 0, 0, 1, 0]);
});

describe("headcount", () => {
  const columnOf = (hiredOn: string, leftOn: string | null, origin: number) => {
    const sellers = [seller("ann", { hiredOn, leftOn })];
    const hierarchy = hierarchyOf({ company: "Acme", sellers, days: [], asOf });
    const [company] = hierarchy.entities;
    if (!company) throw new RangeError("missing company");
    const ramp = (months: number | null) => ((months ?? 12) < 3 ? 0.5 : 1);
    const options = { origin, ramp, length: 12 };
    return headcount(company, presences(hierarchy, line), options).map((value) =>
      Math.expm1(value),
    );
  };
  const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(9)));

  test("ramps from the hire on", () => {
    const column = columnOf("2025-08-10", null, 8);
    expect(rounded(column)).toEqual([0, 0, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1]);
  });

  test("knows no hire and no leaving of its own month or later", () => {
    expect(rounded(columnOf("2025-08-10", null, 2))).toEqual(Array<number>(12).fill(0));
    const stays = columnOf("2025-08-10", null, 8);
    expect(columnOf("2025-08-10", "2026-02-03", 8)).toEqual(stays);
    expect(rounded(columnOf("2025-08-10", "2026-01-03", 8)).slice(6)).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

test("what came three months before stands at its recent mean beyond what is known", () => {
  const values = [5, 1, 1, 1, 2, 2, 2, 99, 99];
  const column = lagged(values, 7, 12).map((value) => Math.expm1(value));
  expect(column.slice(3, 10).map(Math.round)).toEqual([5, 1, 1, 1, 2, 2, 2]);
  expect(column[10]).toBeCloseTo(9 / 6, 9);
});

describe("a market indicator", () => {
  const row = (date: string, value: number, recordedOn: string | null): Indicator => ({
    name: "index",
    date,
    value,
    recordedOn,
  });
  const rows = [
    row("2025-08-01", 50, "2025-09-03"),
    row("2025-09-01", 52, "2025-10-03"),
    row("2025-08-01", 49, "2025-12-01"),
    row("2026-01-01", 60, null),
  ];
  const at = (month: number) =>
    indicatorColumn(rows, line, { knownBy: cutoffIn(line, month).date, length: 8 });

  test("is known from the day on which it was recorded, its corrections, too", () => {
    expect(at(2)).toBeNull();
    expect(at(4)).toEqual([50, 50, 50, 52, 52, 52, 52, 52]);
    expect(at(6)).toEqual([50, 50, 49, 52, 52, 52, 52, 52]);
  });

  test("is known on its own date where no day of record is told, and carried on", () => {
    expect(at(7)).toEqual([50, 50, 49, 52, 52, 52, 52, 60]);
  });
});

test("drivers told after a cutoff change no forecast of it", () => {
  const long = lineOf(40);
  const days = ["ann", "bob"].flatMap((repId, k) => daysOf(simulated(40, k), long, { repId }));
  const sellers = ["ann", "bob"].map((id) => seller(id));
  const months = Array.from({ length: 40 }, (_, k) => k);
  const drivers = (factor: number): Drivers => ({
    spend: months.map((k) => ({ month: day(k), cents: 1e6 * (k % 5) * (k >= 30 ? factor : 1) })),
    created: months.map((k) => ({
      repId: "ann",
      segment: "Large",
      month: day(k),
      count: (k % 7) * (k >= 30 ? factor : 1),
    })),
    indicators: months.map((k) => ({
      name: "index",
      date: day(k),
      value: 50 + (k % 3) * (k >= 30 ? factor : 1),
      recordedOn: null,
    })),
    holidays: [],
  });
  const before = (factor: number) =>
    forecastOf(sellers, days, long, drivers(factor)).backtest.filter(
      ({ cutoff }) => cutoff < day(30),
    );
  expect(before(9)).toEqual(before(1));

  function day(month: number): string {
    const index = 2023 * 12 + 1 + month;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  }
});
