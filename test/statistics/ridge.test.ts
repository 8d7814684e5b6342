import { describe, expect, test } from "vitest";
import { predict, ridge } from "../../src/statistics/ridge.ts";

// NIST StRD, Longley (1967): y, then x1 to x6
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];

describe("ridge", () => {
  test("without a penalty gives NIST's certified coefficients of the Longley data", () => {
    const fit = ridge(
      longley.map((row) => row.slice(1)),
      longley.map((row) => row[0] ?? Number.NaN),
      0,
    );
    // https://www.itl.nist.gov/div898/strd/lls/data/LINKS/DATA/Longley.dat
    const certified = [
      15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ];
    expect(fit.intercept / -3482258.63459582).toBeCloseTo(1, 7);
    for (const [j, value] of certified.entries()) {
      expect((fit.coefficients[j] ?? 0) / value).toBeCloseTo(1, 7);
    }
    expect(fit.effectiveParameters).toBeCloseTo(7, 9);
  });

  test("gives scikit-learn's coefficients once the penalty is put on its scale", () => {
    // User guide 1.1.2: Ridge(alpha=.5).fit([[0, 0], [0, 0], [1, 1]], [0, .1, 1]); columns there
    // aren't standardised, so alpha is ours times their variance, 2/9
    const rows = [
      [0, 0],
      [0, 0],
      [1, 1],
    ];
    const fit = ridge(rows, [0, 0.1, 1], 0.5 / (2 / 9));
    expect(fit.coefficients[0]).toBeCloseTo(0.34545455, 8);
    expect(fit.coefficients[1]).toBeCloseTo(0.34545455, 8);
    expect(fit.intercept).toBeCloseTo(0.13636364, 8);
  });

  test("leaves a constant column out and, without a penalty, splits between equal ones", () => {
    const rows = [1, 2, 3, 4].map((x) => [7, x, x]);
    const fit = ridge(rows, [2, 4, 6, 8], 0);
    expect(fit.coefficients[0]).toBe(0);
    expect(fit.coefficients[1]).toBeCloseTo(1, 12);
    expect(predict(fit, [7, 5, 5])).toBeCloseTo(10, 12);
  });

  test("falls back to the mean under a penalty without bound", () => {
    const fit = ridge([[1], [2], [3]], [3, 5, 10], 1e12);
    expect(predict(fit, [100])).toBeCloseTo(6, 6);
    expect(fit.effectiveParameters).toBeCloseTo(1, 9);
  });
});
