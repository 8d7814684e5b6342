import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Forecast, forecastBookings } from "../../src/forecast/forecast.ts";
import type { Series } from "../../src/forecast/series.ts";
import { lineOf, seriesOf, simulated } from "./company.ts";
import { bounds, forecastOne } from "./rows.ts";

describe("histories that a regression can't use", () => {
  const cases: readonly [string, readonly number[], string][] = [
    ["no complete month", [0], "none"],
    ["all zeros", Array<number>(60).fill(0), "none"],
    ["one month", [500, 100], "mean_fallback"],
    ["three months", [500, 700, 600, 0], "mean_fallback"],
    [
      "one giant deal",
      [...Array<number>(40).fill(0), 1e12, ...Array<number>(9).fill(0)],
      "ridge_trend_season",
    ],
    ["negative corrections", [...simulated(40, 2), -5e8, 1e8, 1e8], "ridge_trend_season"],
    ["a constant", Array<number>(50).fill(700), "ridge_trend_season"],
    [
      "a leap",
      [...Array<number>(12).fill(1), ...Array<number>(13).fill(1e12)],
      "ridge_trend_season",
    ],
  ];

  test.each(cases)("%s: a stated method, ordered finite bounds", (_, booked, model) => {
    for (const row of forecastOne(booked)) {
      expect(row.model).toBe(model);
      checkBounds(row);
    }
  });

  test("a new team leans on the other teams, with a wide range", () => {
    const line = lineOf(40);
    const old = ["A", "B"].map((entityId, seed) =>
      seriesOf(simulated(40, seed), line, { entityType: "team", entityId }),
    );
    const fresh = seriesOf([0], line, { entityType: "team", entityId: "new" });
    const rows = forecastBookings([...old, fresh], line).forecasts.filter(
      (r) => r.entity_id === "new",
    );
    const quarter = rows.find(
      (row) => row.period_start === "2026-08-01" && row.period === "quarter",
    );
    expect(quarter?.model).toBe("peer_fallback");
    const mean = quarter?.mean_cents ?? 0;
    expect(mean).toBeGreaterThan(1e8);
    expect((quarter?.upper_95_cents ?? 0) - mean).toBeGreaterThan(mean);
    expect(quarter?.lower_95_cents).toBe(0);
  });

  test("any history gives finite bounds in order, from what is booked up", () => {
    const amount = fc.oneof(
      fc.constant(0),
      fc.integer({ min: -1e9, max: 1e12 }),
      fc.integer({ min: 0, max: 1e6 }),
    );
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 45 }), (booked) => {
        for (const row of forecastOne(booked)) checkBounds(row);
      }),
      { numRuns: 40, seed: 20 },
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
  const sets = [11, 12, 13, 14].map((seed): Series[] =>
    ["A", "B", "C", "D"].map((entityId, index) =>
      seriesOf(simulated(60, seed * 100 + index, 1e7 * (index + 1)), line, {
        entityType: "team",
        entityId,
      }),
    ),
  );
  const rows = sets
    .flatMap((set) => [...forecastBookings(set, line).backtest].flat())
    .filter((row) => row.period === "quarter" && row.model === "ridge_trend_season");
  const share = (
    lower: "lower_80_cents" | "lower_95_cents",
    upper: "upper_80_cents" | "upper_95_cents",
  ) =>
    rows.filter((r) => r.actual_cents >= (r[lower] ?? 0) && r.actual_cents <= (r[upper] ?? 0))
      .length / rows.length;
  expect(rows.length).toBeGreaterThan(500);
  // a wide band: sixteen series are few; the nominal shares are measured over many more
  expect(share("lower_80_cents", "upper_80_cents")).toBeGreaterThan(0.7);
  expect(share("lower_80_cents", "upper_80_cents")).toBeLessThan(0.92);
  expect(share("lower_95_cents", "upper_95_cents")).toBeGreaterThan(0.9);
});
