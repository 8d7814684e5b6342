import fc from "fast-check";
import { Matrix, solve } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { reconciler } from "../../src/forecast/reconcile.ts";
import { nonNegative, wholeCents } from "../../src/forecast/whole-cents.ts";

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe("reconciler", () => {
  // two reps by two segments: cells 0 1 (first rep), 2 3 (second); groups cross
  const groups = [
    { cells: [0, 1, 2, 3], variance: 4 },
    { cells: [0, 1], variance: 2 },
    { cells: [2, 3], variance: 3 },
    { cells: [0, 2], variance: 1 },
    { cells: [1, 3], variance: 5 },
  ];
  const variances = [1, 2, 0.5, 1.5];
  const cells = Float64Array.from([10, 20, 5, 8]);
  const errors = { variances, common: 0 };
  const sums = [50, 28, 16, 17, 30];

  test("solves the weighted least squares of (S′W⁻¹S)b = S′W⁻¹ŷ", () => {
    const rows = [
      ...groups.map((group) => variances.map((_, k) => (group.cells.includes(k) ? 1 : 0))),
      ...variances.map((_, j) => variances.map((_, k) => (j === k ? 1 : 0))),
    ];
    const weights = [...groups.map(({ variance }) => variance), ...variances].map((v) => 1 / v);
    const s = new Matrix(rows);
    const weighted = Matrix.diag(weights);
    const left = s.transpose().mmul(weighted).mmul(s);
    const right = s
      .transpose()
      .mmul(weighted)
      .mmul(Matrix.columnVector([...sums, ...cells]));
    const expected = solve(left, right).to1DArray();
    const result = reconciler(errors, groups)(cells, sums);
    for (const [k, value] of result.entries()) expect(value).toBeCloseTo(expected[k] ?? 0, 8);
  });

  test("leaves forecasts that agree as they are", () => {
    const agreed = groups.map((group) => sum(group.cells.map((k) => cells[k] ?? 0)));
    expect(reconciler(errors, groups)(cells, agreed)).toEqual(cells);
  });

  test("with an error that cells share is generalised least squares of that covariance", () => {
    const common = 0.3;
    // ỹ = b̂ + C S′(SCS′ + W)⁻¹(ŷ − Sb̂), C the cells' covariance and W that of the sums
    const s = new Matrix(
      groups.map((group) => variances.map((_, k) => (group.cells.includes(k) ? 1 : 0))),
    );
    const shared = Matrix.columnVector([...cells].map((value) => common * value));
    const covariance = Matrix.diag(variances).add(shared.mmul(shared.transpose()));
    const outer = s.mmul(covariance).mmul(s.transpose());
    outer.add(Matrix.diag(groups.map(({ variance }) => variance)));
    const gaps = Matrix.columnVector(sums).sub(s.mmul(Matrix.columnVector([...cells])));
    const moves = covariance.mmul(s.transpose()).mmul(solve(outer, gaps)).to1DArray();
    const result = reconciler({ variances, common }, groups)(cells, sums);
    for (const [k, value] of result.entries()) {
      expect(value).toBeCloseTo((cells[k] ?? Number.NaN) + (moves[k] ?? Number.NaN), 8);
    }
  });

  test("leaves a cell of no variance as it is", () => {
    expect(reconciler({ variances: [0, 2, 0.5, 1.5], common: 0 }, groups)(cells, sums)[0]).toBe(10);
  });

  test("comes to the sum's own forecast where that is sure", () => {
    const result = reconciler(errors, [{ cells: [0, 1, 2, 3], variance: 1e-9 }])(cells, [60]);
    expect(sum(result)).toBeCloseTo(60, 6);
  });
});

const amounts = fc.array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { minLength: 1 });

test("whole cents sum to the rounded sum, each within a cent of its own", () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const cells = Float64Array.from(values);
      const whole = wholeCents(cells);
      expect(sum(whole)).toBe(Math.round(cells.reduce((a, b) => a + b, 0)) + 0);
      for (const [k, value] of whole.entries()) {
        expect(Number.isInteger(value)).toBe(true);
        expect(Math.abs(value - (cells[k] ?? Number.NaN))).toBeLessThan(1);
      }
    }),
    { numRuns: 100 },
  );
});

test("nothing stays below zero, and the sum is kept where it is above", () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const cells = Float64Array.from(values);
      const cut = nonNegative(cells);
      expect(cut.every((value) => value >= 0)).toBe(true);
      const total = sum(cells);
      if (total > 0) expect(sum(cut) / total).toBeCloseTo(1, 6);
    }),
    { numRuns: 100 },
  );
});
