import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simplexWeights } from "../../src/statistics/simplex.ts";

describe("simplex weights", () => {
  test("are inverse to the variances of independent errors (Bates & Granger 1969)", () => {
    const [first, second] = simplexWeights([
      [1, 0],
      [0, 4],
    ]);
    expect(first).toBeCloseTo(0.8, 12);
    expect(second).toBeCloseTo(0.2, 12);
  });

  test("leave out what adds nothing to another", () => {
    expect(
      simplexWeights([
        [1, 1.5],
        [1.5, 4],
      ]),
    ).toEqual([1, 0]);
  });

  test("no other weights give a smaller error", () => {
    const vector = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    const share = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 8 }), share, (errors, other) => {
        const matrix = [0, 1, 2, 3].map((i) =>
          [0, 1, 2, 3].map(
            (j) =>
              errors.reduce((sum, e) => sum + (e[i] ?? 0) * (e[j] ?? 0), 0) + (i === j ? 0.1 : 0),
          ),
        );
        const loss = (w: readonly number[]) =>
          matrix.reduce(
            (sum, row, i) => sum + (w[i] ?? 0) * row.reduce((s, v, j) => s + v * (w[j] ?? 0), 0),
            0,
          );
        const weights = simplexWeights(matrix);
        const total = other.reduce((a, b) => a + b, 0);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(loss(weights)).toBeLessThanOrEqual(loss(other.map((w) => w / total)) * 1.001 + 1e-9);
      }),
    );
  });
});
