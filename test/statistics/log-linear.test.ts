import { describe, expect, test } from "vitest";
import { logLinear, meanAt } from "../../src/statistics/log-linear.ts";

// R: ?glm, the randomised controlled trial of Dobson (1990): glm(counts ~ outcome + treatment, poisson)
const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
const rows = counts.map((count, at) => ({
  x: [2, 3].map((outcome) => (at % 3 === outcome - 1 ? 1 : 0)),
  count: 1,
  exposure: 1,
  sum: count,
  squares: count ** 2,
}));
const flat = { precision: 1e-9 };

describe("logLinear", () => {
  test("has the coefficients of R's glm, and the dispersion of its Pearson residuals", () => {
    const fit = logLinear(rows, flat);
    expect(fit?.intercept).toBeCloseTo(3.044522, 5);
    expect(fit?.coefficients[0]).toBeCloseTo(-0.4542553, 5);
    expect(fit?.coefficients[1]).toBeCloseTo(-0.2929871, 5);
    // sum(residuals(glm(counts ~ outcome, poisson), "pearson")^2) = 5.173202, over 9 − 3
    expect(fit?.dispersion).toBeCloseTo(5.173202 / 6, 5);
  });

  test("is the same of rows that are added up", () => {
    const grouped = [0, 1, 2].map((group) => {
      const own = rows.filter((_, at) => at % 3 === group);
      const sum = (of: (row: (typeof own)[number]) => number) =>
        own.reduce((total, row) => total + of(row), 0);
      return {
        x: own[0]?.x ?? [],
        count: own.length,
        exposure: 1,
        sum: sum((row) => row.sum),
        squares: sum((row) => row.squares),
      };
    });
    const [one, other] = [logLinear(rows, flat), logLinear(grouped, flat)];
    expect(other?.intercept).toBeCloseTo(one?.intercept ?? Number.NaN, 9);
    expect(other?.dispersion).toBeCloseTo(one?.dispersion ?? Number.NaN, 9);
  });

  test("takes exposure out of the mean", () => {
    const exposed = rows.map((row) => ({ ...row, exposure: 10 }));
    const fit = logLinear(exposed, flat);
    expect(fit && 10 * meanAt(fit, [0, 0])).toBeCloseTo(21, 4);
  });

  test("scales with the values, the prior with it", () => {
    const tenfold = rows.map((row) => ({ ...row, sum: 10 * row.sum, squares: 100 * row.squares }));
    const [one, ten] = [logLinear(rows), logLinear(tenfold)];
    expect(ten?.coefficients[0]).toBeCloseTo(one?.coefficients[0] ?? Number.NaN, 6);
    expect(ten?.dispersion).toBeCloseTo(10 * (one?.dispersion ?? Number.NaN), 5);
  });

  test("says nothing where nothing was seen", () => {
    expect(logLinear(rows.map((row) => ({ ...row, sum: 0, squares: 0 })))).toBeNull();
    expect(logLinear([])).toBeNull();
  });
});
