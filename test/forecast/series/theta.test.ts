import { describe, expect, test } from "vitest";
import { isSeasonal, seasonalIndices } from "../../../src/forecast/series/seasonality.ts";
import { fitSimpleSmoothing } from "../../../src/forecast/series/simple-smoothing.ts";
import { theta } from "../../../src/forecast/series/theta.ts";
import { airPassengers, johnsonJohnson, nile } from "./examples.ts";

// expected values: R 4.2.2, forecast 8.20 (Debian 12); its simplex search stops at about 1e-4

/** Whether all values agree within a share. */
function expectClose(actual: readonly number[], expected: readonly number[], share: number) {
  expect(actual).toHaveLength(expected.length);
  for (const [k, value] of expected.entries()) {
    expect(Math.abs((actual[k] ?? Number.NaN) - value)).toBeLessThan(share * Math.abs(value));
  }
}

describe("theta gives what R's thetaf(x, h = 4)$mean gives", () => {
  test.each([
    ["AirPassengers", airPassengers, 12, [440.0781911, 428.3842806, 489.7070987, 475.7046277]],
    ["JohnsonJohnson", johnsonJohnson, 4, [13.92178639, 14.56667852, 15.80081582, 12.26717993]],
    ["Nile", nile, 1, [799.8119962, 798.4548435, 797.0976908, 795.7405381]],
  ])("of %s", (_, y, season, expected) => {
    expectClose(theta(y, season, 4), expected, 1e-4);
  });
});

test("simple smoothing finds the parameter and level of R's ses(Nile)", () => {
  const { alpha, level } = fitSimpleSmoothing(nile);
  expect(alpha).toBeCloseTo(0.2456, 3);
  expect(level).toBeCloseTo(805.336, 1);
});

test("seasonal indices are those of R's decompose(AirPassengers, 'multiplicative')$figure", () => {
  const figure = [
    0.9102303674, 0.8836253207, 1.007366288, 0.9759060123, 0.9813780275, 1.112775827, 1.226555543,
    1.219910969, 1.060491933, 0.9217572404, 0.8011780824, 0.89882439,
  ];
  expectClose(seasonalIndices(airPassengers, 12) ?? [], figure, 1e-9);
});

describe("a history is seasonal", () => {
  test("where its autocorrelation says so", () => {
    expect(isSeasonal(airPassengers, 12)).toBe(true);
    expect(isSeasonal(nile, 12)).toBe(false);
  });

  test("never where it is a constant, or two seasons long", () => {
    expect(isSeasonal(Array<number>(40).fill(0.1), 4)).toBe(false);
    expect(isSeasonal([1, 2, 3, 9, 1, 2, 3, 9], 4)).toBe(false);
  });
});

test("indices that can't divide are none", () => {
  expect(seasonalIndices([0, 5, 0, 5, 0, 5, 0, 5], 2)).toBeNull();
});
