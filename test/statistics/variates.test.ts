import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uniformStream } from "../../src/statistics/random.ts";
import { lognormalDraw, poissonDraw } from "../../src/statistics/variates.ts";

const uniform = uniformStream(7);
const momentsOf = (draw: (uniform: number) => number) => {
  const values = Array.from({ length: 40_000 }, () => draw(uniform()));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const square = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  return { mean, variance: square };
};

describe("a Poisson count", () => {
  // R 4.2.2: qpois(c(0.1, 0.5, 0.9, 0.999), 3.7)
  test.each([
    [0.1, 1],
    [0.5, 4],
    [0.9, 6],
    [0.999, 11],
  ])("at %d is that of R's qpois", (probability, count) => {
    expect(poissonDraw(3.7, probability)).toBe(count);
  });

  test.each([0.02, 3, 150, 400])("of mean %d has that mean and variance", (mean) => {
    const moments = momentsOf((u) => poissonDraw(mean, u));
    expect(Math.abs(moments.mean / mean - 1)).toBeLessThan(0.1);
    expect(Math.abs(moments.variance / mean - 1)).toBeLessThan(0.1);
  });

  test("never falls when the mean grows", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 190, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (mean, more, u) => poissonDraw(mean, u) <= poissonDraw(mean + more, u),
      ),
    );
  });
});

test("a lognormal value has its mean and variance, and is finite at 0", () => {
  const moments = momentsOf((u) => lognormalDraw({ mean: 500, variance: 90_000 }, u));
  expect(moments.mean).toBeCloseTo(500, -1);
  expect(Math.abs(moments.variance / 90_000 - 1)).toBeLessThan(0.1);
  expect(lognormalDraw({ mean: 1, variance: 1 }, 0)).toBeGreaterThan(0);
});
