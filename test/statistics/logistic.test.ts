import { describe, expect, test } from "vitest";
import { logistic } from "../../src/statistics/logistic.ts";
import { chanceOf, logOdds } from "../../src/statistics/odds.ts";
import { skewedMean } from "../../src/statistics/skewed-mean.ts";
import type { Trials } from "../../src/statistics/sparse-rows.ts";

// Dalal, Fowlkes & Hoadley 1989: launches before Challenger, temperature in °F, O-ring distress
const temperatures = [
  66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58,
];
const distress = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];
const launches: Trials[] = temperatures.map((value, index) => ({
  columns: [0],
  values: [value],
  successes: distress[index] ?? Number.NaN,
  trials: 1,
}));

describe("logistic", () => {
  test("gives R's glm of the O-rings", () => {
    // R: glm(distress ~ temperature, binomial): 15.0429 (7.3786), −0.2322 (0.1082)
    const fit = logistic(launches, { width: 1, precision: 0 });
    expect(fit.hasConverged).toBe(true);
    expect(fit.intercept).toBeCloseTo(15.0429, 3);
    expect(fit.coefficients[0]).toBeCloseTo(-0.2322, 4);
    expect(Math.sqrt(fit.covariance[0]?.[0] ?? 0)).toBeCloseTo(7.3786, 2);
    expect(Math.sqrt(fit.covariance[1]?.[1] ?? 0)).toBeCloseTo(0.1082, 4);
  });

  test("one column of two groups gives their log odds ratio", () => {
    // (30/70) against (10/90): log(30·90/(70·10)); variance 1/30 + 1/70 + 1/10 + 1/90
    const rows = [
      { columns: [0], successes: 30, trials: 100 },
      { columns: [], successes: 10, trials: 100 },
    ];
    const fit = logistic(rows, { width: 1, precision: 0 });
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(2700 / 700), 8);
    expect(fit.covariance[1]?.[1]).toBeCloseTo(1 / 30 + 1 / 70 + 1 / 10 + 1 / 90, 8);
    expect(chanceOf(logOdds(fit, { columns: [0] }))).toBeCloseTo(0.3, 8);
  });

  test("trials counted together are the same as one by one", () => {
    const together = logistic(
      [
        { columns: [0], successes: 3, trials: 5 },
        { columns: [], successes: 1, trials: 4 },
      ],
      { width: 1 },
    );
    const single = [1, 1, 1, 0, 0].map((successes) => ({ columns: [0], successes, trials: 1 }));
    const others = [1, 0, 0, 0].map((successes) => ({ columns: [], successes, trials: 1 }));
    const apart = logistic([...single, ...others], { width: 1 });
    expect(apart.coefficients[0]).toBeCloseTo(together.coefficients[0] ?? Number.NaN, 6);
  });

  test("a group that always wins stays finite under the prior", () => {
    const rows = [
      { columns: [0], successes: 8, trials: 8 },
      { columns: [], successes: 50, trials: 100 },
    ];
    const held = logistic(rows, { width: 1 });
    expect(held.hasConverged).toBe(true);
    expect(held.coefficients[0]).toBeGreaterThan(1);
    expect(held.coefficients[0]).toBeLessThan(6);
  });

  test("columns that repeat each other can be fitted under the prior alone", () => {
    const rows = [
      { columns: [0, 1], successes: 8, trials: 20 },
      { columns: [], successes: 50, trials: 100 },
    ];
    const fit = logistic(rows, { width: 2 });
    expect(fit.coefficients[0]).toBeCloseTo(fit.coefficients[1] ?? Number.NaN, 8);
    expect(() => logistic(rows, { width: 2, precision: 0 })).toThrow("singular information matrix");
  });
});

describe("skewedMean", () => {
  const sums = (values: readonly number[]) => ({
    count: values.length,
    sum: values.reduce((a, b) => a + b, 0),
    squares: values.reduce((a, b) => a + b ** 2, 0),
    cubes: values.reduce((a, b) => a + b ** 3, 0),
  });

  test("moves Student's interval by the skew", () => {
    // 1, 2, 3, 10: mean 4, s² = 50/3, third moment 180/4; moved by 45 / (6 · 50/3 · 4) = 0.1125;
    // qt(0.975, 3) = 3.182446, times √(50/3 / 4) = 2.041241
    const interval = skewedMean(sums([1, 2, 3, 10]));
    expect(interval?.lower).toBeCloseTo(4.1125 - 3.182446 * 2.041241, 4);
    expect(interval?.upper).toBeCloseTo(4.1125 + 3.182446 * 2.041241, 4);
  });

  test("is Student's where there is no skew, a point where all are alike, none for one value", () => {
    // R: t.test(c(1, 2, 3, 4, 5)): 1.036757 to 4.963243
    expect(skewedMean(sums([1, 2, 3, 4, 5]))?.lower).toBeCloseTo(1.036757, 5);
    expect(skewedMean(sums([7, 7, 7]))).toEqual({ lower: 7, upper: 7 });
    expect(skewedMean(sums([7]))).toBeNull();
  });
});
