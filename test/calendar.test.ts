import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  grains,
  monthsBetween,
  parsePeriod,
  parsePlainDate,
  periodOf,
  periodsBetween,
  shiftPeriod,
} from "../src/calendar.ts";
import { inputError } from "./input-error.ts";

const calendars = fc.integer({ min: 1, max: 12 }).map((startMonth) => ({ startMonth }));
const grain = fc.constantFrom(...grains);
// FY26 is read as 2026, so labels of years hold for this century
const dates = fc.integer({ min: 366, max: 36_000 }).map((days) => addDays("2000-01-01", days));

describe("a date", () => {
  test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01T00:00", ""])(
    "isn't %j",
    (text) => {
      expect(() => parsePlainDate(text)).toThrow(inputError(`invalid date: "${text}"`));
    },
  );

  test("knows the leap days of the Gregorian calendar", () => {
    expect(parsePlainDate("2024-02-29")).toBe("2024-02-29");
    expect(parsePlainDate("2000-02-29")).toBe("2000-02-29");
    expect(() => parsePlainDate("1900-02-29")).toThrow("invalid date");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
  });

  test("a month after the 31st is the shorter month's last day", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });

  test("days between two dates are positive when the second is later", () => {
    expect(daysBetween("2026-01-01", "2026-01-31")).toBe(30);
    expect(daysBetween("2026-01-31", "2026-01-01")).toBe(-30);
    expect(monthsBetween("2025-11-01", "2026-02-01")).toBe(3);
  });
});

describe("a fiscal period", () => {
  test.each([
    ["2026-01-31", 2, "year", "FY26", "2025-02-01", "2026-01-31"],
    ["2026-02-01", 2, "year", "FY27", "2026-02-01", "2027-01-31"],
    ["2026-07-03", 2, "quarter", "FY27-Q2", "2026-05-01", "2026-07-31"],
    ["2026-07-03", 2, "month", "2026-07", "2026-07-01", "2026-07-31"],
    ["2026-12-31", 1, "year", "FY26", "2026-01-01", "2026-12-31"],
    ["2025-10-01", 10, "quarter", "FY26-Q1", "2025-10-01", "2025-12-31"],
    ["2024-02-10", 1, "month", "2024-02", "2024-02-01", "2024-02-29"],
  ] as const)(
    "of %s in a year from month %i, by %s, is %s",
    (date, startMonth, by, ...expected) => {
      const { label, periodStart, periodEnd } = periodOf(date, by, { startMonth });
      expect([label, periodStart, periodEnd]).toEqual(expected);
    },
  );

  test("a year is named for the calendar year in which it ends", () => {
    fc.assert(
      fc.property(dates, grain, calendars, (date, by, calendar) => {
        const year = periodOf(date, "year", calendar);
        expect(year.fiscalYear).toBe(Number(year.periodEnd.slice(0, 4)));
        expect(periodOf(date, by, calendar).fiscalYear).toBe(year.fiscalYear);
      }),
    );
  });

  test("holds its date and comes back from its label", () => {
    fc.assert(
      fc.property(dates, grain, calendars, (date, by, calendar) => {
        const period = periodOf(date, by, calendar);
        expect(period.periodStart <= date && date <= period.periodEnd).toBe(true);
        expect(parsePeriod(period.label, calendar)).toEqual(period);
      }),
    );
  });

  test("shifting forth and back comes to the same period", () => {
    fc.assert(
      fc.property(dates, grain, calendars, fc.integer({ min: -30, max: 30 }), (d, by, c, n) => {
        const period = periodOf(d, by, c);
        expect(shiftPeriod(shiftPeriod(period, n, c), -n, c)).toEqual(period);
      }),
    );
  });

  test.each(["2026-13", "2026-00", "FY26-Q5", "FY2026", "Q1", "2026-3", ""])(
    "isn't written %j",
    (label) => {
      const read = () => parsePeriod(label, { startMonth: 1 });
      expect(read).toThrow(inputError(`invalid period: "${label}"`));
    },
  );
});

describe("the periods between two dates", () => {
  test("follow each other without a gap and cover both dates", () => {
    fc.assert(
      fc.property(dates, fc.nat(1500), grain, calendars, (from, days, by, calendar) => {
        const to = addDays(from, days);
        const periods = periodsBetween(from, to, by, calendar);
        const [first, last] = [periods[0], periods.at(-1)];
        expect(first && first.periodStart <= from && last && last.periodEnd >= to).toBe(true);
        for (const [index, period] of periods.slice(1).entries()) {
          expect(period.periodStart).toBe(addDays(periods[index]?.periodEnd ?? "", 1));
        }
      }),
    );
  });

  test("a fiscal year has four quarters and twelve months", () => {
    const calendar = { startMonth: 2 };
    const { periodStart, periodEnd } = parsePeriod("FY27", calendar);
    const labels = (by: "quarter" | "month") =>
      periodsBetween(periodStart, periodEnd, by, calendar).map(({ label }) => label);
    expect(labels("quarter")).toEqual(["FY27-Q1", "FY27-Q2", "FY27-Q3", "FY27-Q4"]);
    expect(labels("month")).toHaveLength(12);
    expect(labels("month")[0]).toBe("2026-02");
  });
});
