import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mstl } from "../../../pipelines/mstl.ts";
import {
  forecastSeries,
  type SeriesForecast,
} from "../../../src/forecast/series/forecast-series.ts";
import type { NumericSeries } from "../../../src/forecast/series/history.ts";
import { airPassengers, johnsonJohnson, nile } from "./examples.ts";

const levels = [0.5, 0.8, 0.95];
const forecast = (series: readonly NumericSeries[], season = 4, h = 6) =>
  forecastSeries(series, { season, h, levels, mstl });

const three: readonly NumericSeries[] = [
  { seriesId: "c", y: airPassengers.slice(0, 60) },
  { seriesId: "a", y: johnsonJohnson.slice(0, 40) },
  { seriesId: "b", y: nile.slice(0, 30) },
];

/** Every value a finite number, bounds around the mean, wider at higher levels. */
function expectSound({ mean, intervals }: SeriesForecast, h: number): void {
  expect(mean).toHaveLength(h);
  for (let k = 0; k < h; k++) {
    const lower = intervals.map((one) => one.lower[k] ?? Number.NaN).toReversed();
    const upper = intervals.map((one) => one.upper[k] ?? Number.NaN);
    const ordered = [...lower, mean[k] ?? Number.NaN, ...upper];
    expect(ordered.every(Number.isFinite)).toBe(true);
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    expect((upper.at(-1) ?? 0) - (lower[0] ?? 0)).toBeGreaterThan(0);
  }
}

describe("series given together", () => {
  test("have the same forecasts to the bit in whatever order they are given", () => {
    expect(forecast([...three].reverse())).toEqual(forecast(three));
  });

  test("are counted in any unit: forecast and bounds scale with it", () => {
    const whole = forecast(three);
    const scaled = forecast(three.map((one) => ({ ...one, y: one.y.map((v) => v && 64 * v) })));
    for (const [index, { mean, intervals }] of whole.entries()) {
      for (const [k, value] of mean.entries()) {
        expect((scaled[index]?.mean[k] ?? Number.NaN) / value).toBeCloseTo(64, 4);
        const upper = intervals[2]?.upper[k] ?? Number.NaN;
        expect((scaled[index]?.intervals[2]?.upper[k] ?? Number.NaN) / upper).toBeCloseTo(64, 4);
      }
    }
  });

  test("tell how many back-tested errors their ranges rest on", () => {
    // four origins two steps apart: 2 + 4 + 6 + 6 errors of six steps
    expect(forecast(three.slice(0, 1))[0]?.countScores).toBe(18);
    expect(forecast(three)[0]?.countScores).toBe(54);
  });
});

describe("short and odd histories", () => {
  const cases: readonly [string, readonly (number | null)[], SeriesForecast["model"]][] = [
    ["nothing", [], "peer_mean"],
    ["only missing values", [null, null], "peer_mean"],
    ["one value", [7], "own_mean"],
    ["three values", [7, 8, 6], "combination"],
    ["all zeros", Array<number>(30).fill(0), "combination"],
    ["a constant", Array<number>(30).fill(5), "combination"],
    ["one giant value", [...Array<number>(20).fill(1), 1e12, 1, 1, 1], "combination"],
    ["negatives", [5, -3, 8, -2, 4, -9, 3, 1, 0, -4, 6, 2], "combination"],
    ["missing values", [3, null, 5, 4, null, null, 6, 5, 7, 6, 8, null], "combination"],
    ["few and far between", [0, 0, 9, 0, 0, 0, 0, 4, 0, 0, 0, 7, 0, 0], "combination"],
  ];

  test.each(cases)("%s: finite bounds in order, alone and among others", (_, y, model) => {
    for (const peers of [[], three]) {
      const own = forecast([{ seriesId: "odd", y }, ...peers]).find((f) => f.seriesId === "odd");
      expect(own?.model).toBe(model);
      if (own) expectSound(own, 6);
    }
  });

  test("any history, season and horizon give finite bounds in order", () => {
    const value = fc.oneof(
      fc.constant(0),
      fc.constant(null),
      fc.integer({ min: -1e6, max: 1e9 }),
      fc.double({ min: 1e-9, max: 1e3, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 40 }),
        fc.constantFrom(1, 2, 4, 7, 12),
        fc.integer({ min: 1, max: 15 }),
        (y, season, h) => {
          for (const one of forecast([{ seriesId: "any", y }], season, h)) expectSound(one, h);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("are never forecast below zero where they never were", () => {
    const [own] = forecast([{ seriesId: "falling", y: [90, 70, 50, 40, 20, 10, 4, 2, 0, 0] }]);
    expect(Math.min(...(own?.intervals[2]?.lower ?? [-1]))).toBe(0);
  });

  test("of which the last values are missing are forecast from later on", () => {
    const y = johnsonJohnson.slice(0, 40);
    const whole = forecast([{ seriesId: "a", y }], 4, 6)[0];
    const late = forecast([{ seriesId: "a", y: [...y, null, null] }], 4, 4)[0];
    expect(late?.mean[0]).toBeCloseTo(whole?.mean[2] ?? Number.NaN, 1);
  });
});
