import { describe, expect, test } from "vitest";
import { credibleRatio, varianceBetween } from "../../src/statistics/credibility.ts";

describe("credibility", () => {
  test("is the posterior of a gamma prior under Poisson counts", () => {
    // shape and rate 1 / 0.25 = 4; 12 seen where 6 were expected: (4 + 12) / (4 + 6), variance 16 / 10²
    const ratio = credibleRatio({ seen: 12, expected: 6 }, { between: 0.25, dispersion: 1 });
    expect(ratio.mean).toBeCloseTo(1.6, 12);
    expect(ratio.variance).toBeCloseTo(0.16, 12);
  });

  test("leaves who wasn't seen at one, and everyone where groups don't differ", () => {
    const heterogeneity = { between: 0.25, dispersion: 2 };
    expect(credibleRatio({ seen: 0, expected: 0 }, heterogeneity)).toEqual({
      mean: 1,
      variance: 0.25,
    });
    const alike = credibleRatio({ seen: 90, expected: 10 }, { between: 0, dispersion: 1 });
    expect(alike).toEqual({ mean: 1, variance: 0 });
  });

  test("tells what groups differ by beyond chance", () => {
    // (6² − 10 + 6² − 10) / (10² + 10²)
    const groups = [
      { seen: 16, expected: 10 },
      { seen: 4, expected: 10 },
    ];
    expect(varianceBetween(groups, 1)).toBeCloseTo(0.26, 12);
    expect(varianceBetween(groups, 10)).toBe(0);
    expect(varianceBetween([], 1)).toBe(0);
  });
});
