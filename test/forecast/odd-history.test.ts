import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Forecast } from "../../src/forecast/forecast-rows.ts";
import type { DayBooking } from "../../src/forecast/hierarchy.ts";
import { bounds, daysOf, forecastOf, forecastOne, lineOf, seller, simulated } from "./company.ts";

describe("histories too short or too odd for a season", () => {
  const cases: readonly [string, readonly number[], string][] = [
    ["no complete month", [0], "none"],
    ["all zeros", Array<number>(60).fill(0), "none"],
    ["one month", [500, 100], "own_mean"],
    ["three months", [500, 700, 600, 0], "own_mean"],
    [
      "one giant deal",
      [...Array<number>(40).fill(0), 1e12, ...Array<number>(9).fill(0)],
      "combination",
    ],
    ["negative corrections", [...simulated(40, 2), -5e8, 1e8, 1e8], "combination"],
    ["a constant", Array<number>(50).fill(700), "combination"],
    ["months without bookings", [9, 0, 0, 5, 0, 8, 0, 0, 0, 7, 0, 6, 0, 0, 4, 0], "combination"],
    ["a leap", [...Array<number>(12).fill(1), ...Array<number>(13).fill(1e12)], "combination"],
  ];

  test.each(cases)("%s: a stated method, ordered finite bounds", (_, booked, model) => {
    const rows = forecastOne(booked);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.model).toBe(model);
      checkBounds(row);
    }
  });

  test("one month proves little: the next quarter may be nothing or twice as much", () => {
    const row = forecastOne([500, 100]).find((one) => one.period_start === "2026-08-01");
    expect(row?.mean_cents).toBe(500);
    expect(row?.lower_95_cents).toBe(0);
    expect(row?.upper_95_cents).toBeGreaterThan(1000);
  });

  test("a new team leans on the others' reps, with a wide range", () => {
    const line = lineOf(40);
    const old = ["ann", "bob", "cy", "di"].map((repId) => seller(repId));
    const fresh = seller("eve", { teamId: "New", hiredOn: "2026-06-01" });
    const days = old.flatMap(({ repId }, k) => daysOf(simulated(40, k), line, { repId }));
    const rows = forecastOf([...old, fresh], days, line).forecasts.filter(
      (row) => row.entity_type === "team" && row.entity_id === "New",
    );
    const quarter = rows.find(
      (row) => row.period_start === "2026-08-01" && row.period === "quarter",
    );
    expect(quarter?.model).toBe("peer_mean");
    const mean = quarter?.mean_cents ?? 0;
    // a rep sells some 4.5e8 in a quarter
    expect(mean).toBeGreaterThan(2e8);
    expect(mean).toBeLessThan(7e8);
    expect((quarter?.upper_95_cents ?? 0) - mean).toBeGreaterThan(0.3 * mean);
  });

  test("who has left is expected to book nothing, and their team less", () => {
    const line = lineOf(40);
    const days = ["ann", "bob"].flatMap((repId) => daysOf(simulated(40, 1), line, { repId }));
    const gone = [seller("ann"), seller("bob", { leftOn: "2026-05-20" })];
    const ahead = forecastOf(gone, days, line).forecasts.filter(
      (row) => row.entity_id === "bob" && row.period === "month" && row.period_start > "2026-06-01",
    );
    expect(ahead.length).toBe(19);
    for (const row of ahead) expect(row.mean_cents).toBe(0);
  });

  test("any history gives finite bounds in order, from what is booked up", () => {
    const amount = fc.oneof(
      fc.constant(0),
      fc.integer({ min: -1e9, max: 1e12 }),
      fc.integer({ min: 0, max: 1e6 }),
    );
    const history = fc.array(amount, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(history, history, (one, other) => {
        const line = lineOf(Math.max(one.length, other.length) - 1);
        const days: DayBooking[] = [
          ...daysOf(one, line, { repId: "ann" }),
          ...daysOf(other, line, { repId: "bob", segment: "Small" }),
        ];
        const { forecasts } = forecastOf([seller("ann"), seller("bob")], days, line);
        for (const row of forecasts) checkBounds(row);
      }),
      { numRuns: 15, seed: 20 },
    );
  });
});

function checkBounds(row: Forecast): void {
  const values = bounds(row);
  if (row.model === "none") {
    expect(values.every((value) => value === null)).toBe(true);
    return;
  }
  expect(values.every((value) => Number.isSafeInteger(value))).toBe(true);
  expect([...(values as number[])].sort((a, b) => a - b)).toEqual(values);
}

test("intervals cover what was booked about as often as they say", () => {
  const line = lineOf(60);
  const rows = [11, 12].flatMap((seed) => {
    const sellers = ["ann", "bob", "cy", "di"].map((repId, k) =>
      seller(repId, { teamId: `team ${k % 2}`, regionId: `region ${k % 2}` }),
    );
    const days = sellers.flatMap(({ repId }, k) =>
      daysOf(simulated(60, seed * 100 + k, 1e7 * (k + 1)), line, { repId }),
    );
    return forecastOf(sellers, days, line).backtest.filter(({ period }) => period === "quarter");
  });
  const share = (level: 80 | 95) =>
    rows.filter(
      (row) =>
        row.actual_cents >= (row[`lower_${level}_cents`] ?? 0) &&
        row.actual_cents <= (row[`upper_${level}_cents`] ?? 0),
    ).length / rows.length;
  expect(rows.length).toBeGreaterThan(500);
  // a wide band: eight series are few; the nominal shares are measured over many more
  expect(share(80)).toBeGreaterThan(0.7);
  expect(share(80)).toBeLessThan(0.95);
  expect(share(95)).toBeGreaterThan(0.9);
});
