import { describe, expect, test } from "vitest";
import { mstl } from "../../../pipelines/mstl.ts";
import { dampedTrend } from "../../../src/forecast/series/damped-trend.ts";
import { membersWith } from "../../../src/forecast/series/member.ts";
import { pathsOf } from "../../../src/forecast/series/paths.ts";
import { regression } from "../../../src/forecast/series/regression.ts";
import { seasonalGrowth } from "../../../src/forecast/series/seasonal-growth.ts";
import { seasonalNaive } from "../../../src/forecast/series/seasonal-naive.ts";
import { airPassengers } from "./examples.ts";

/** A season of four without trend. */
const pattern = Array.from({ length: 24 }, (_, t) => [100, 120, 90, 150][t % 4] ?? Number.NaN);

test("seasonal naive repeats the last season", () => {
  expect(seasonalNaive([1, 2, 3, 4, 5, 6], 4, 6)).toEqual([3, 4, 5, 6, 3, 4]);
});

describe("every member", () => {
  const members = membersWith(mstl);

  test.each(members)("$name continues a season that never changes", ({ path }) => {
    const means = path({ y: pattern, season: 4, h: 6 });
    for (const [k, mean] of means.entries()) {
      expect(Math.abs(mean / (pattern[k] ?? Number.NaN) - 1)).toBeLessThan(0.03);
    }
  });

  test.each(members)("$name gives the same shares when money is counted otherwise", ({ path }) => {
    const whole = path({ y: airPassengers, season: 12, h: 12 });
    const scaled = path({ y: airPassengers.map((value) => 1000 * value), season: 12, h: 12 });
    for (const [k, mean] of whole.entries()) {
      expect(Math.abs((scaled[k] ?? Number.NaN) / mean - 1000)).toBeLessThan(1);
    }
  });
});

test("the damped trend goes on more slowly step by step", () => {
  const line = Array.from({ length: 20 }, (_, t) => 10 + 2 * t);
  const path = [line.at(-1) ?? Number.NaN, ...dampedTrend(line, 1, 8)];
  const steps = path.slice(1).map((value, k) => value - (path[k] ?? Number.NaN));
  expect(steps[0]).toBeGreaterThan(1);
  for (const [k, step] of steps.slice(1).entries()) expect(step).toBeLessThan(steps[k] ?? 0);
});

test("seasonal growth draws a short history's growth towards none", () => {
  // growth of 4 a season in one season counts as half of it: a season without growth is added
  expect(seasonalGrowth([0, 0, 0, 0, 4, 4, 4, 4], 4, 1)[0]).toBeLessThan(8);
  expect(seasonalGrowth([0, 0, 0, 0, 4, 4, 4, 4], 4, 1)[0]).toBeGreaterThan(6);
});

test("the regression follows a known regressor beyond the history", () => {
  const spend = Array.from({ length: 34 }, (_, t) => (t % 7 === 3 || t === 31 ? 1 : 0));
  const y = spend.slice(0, 30).map((value) => 50 + 20 * value);
  const regressors = spend.map((value) => [value]);
  const [without, , , again] = regression({ y, season: 1, h: 4, regressors });
  const [, peak] = regression({ y, season: 1, h: 4, regressors });
  expect(Math.abs((peak ?? 0) - 70)).toBeLessThan(2);
  expect(Math.abs((without ?? 0) - 50)).toBeLessThan(2);
  expect(Math.abs((again ?? 0) - 50)).toBeLessThan(2);
});

test("a member that can't be fitted takes the mean of the others", () => {
  const constant = (name: string, value: number, minimum: number) => ({
    name,
    minimum: () => minimum,
    path: () => [value, value],
  });
  const members = [constant("a", 2, 1), constant("b", 4, 1), constant("c", 9, 100)];
  expect(pathsOf(members, { y: [1, 2, 3], season: 1, h: 2 })).toEqual([
    [2, 2],
    [4, 4],
    [3, 3],
  ]);
});
