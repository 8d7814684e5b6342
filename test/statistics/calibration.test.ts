import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conformalFactor, conformalScale } from "../../src/statistics/conformal.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { isotonic } from "../../src/statistics/isotonic.ts";
import { rollingOrigins } from "../../src/statistics/rolling-origin.ts";
import { studentProbability, studentQuantile } from "../../src/statistics/student.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe("conformalFactor", () => {
  test("takes the ⌈(n + 1)·level⌉-th smallest score from forty on", () => {
    // Lei et al. 2018, algorithm 2: n = 99, level 0.8, so rank 80; 0.95, rank 95
    expect(conformalFactor(upTo(99).reverse(), 0.8)).toBe(80);
    expect(conformalFactor(upTo(99), 0.95)).toBe(95);
    expect(conformalFactor(upTo(40), 0.95)).toBe(39);
  });

  test("uses Student's t on the pooled scale below forty", () => {
    // R: 2 * qt(0.975, 10) = 4.456277
    const scores = Array<number>(10).fill(2);
    expect(conformalFactor(scores, 0.95, { priorCount: 0 })).toBeCloseTo(4.456277, 5);
  });

  test("without scores trusts the unit as far as five scores of size one would let it", () => {
    // R: qt(0.9, 5) = 1.475884
    expect(conformalFactor([], 0.8)).toBeCloseTo(1.475884, 5);
  });

  test("grows with the level", () => {
    const scores = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 80 });
    fc.assert(
      fc.property(scores, (values) => {
        const factors = [0.5, 0.8, 0.95].map((level) => conformalFactor(values, level));
        expect(factors.every(Number.isFinite)).toBe(true);
        expect([...factors].sort((a, b) => a - b)).toEqual(factors);
      }),
      { seed: 10 },
    );
  });
});

describe("the level that a factor covers", () => {
  const scored = fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { maxLength: 120 });
  const level = fc.double({ min: 0.02, max: 0.98, noNaN: true });

  test("is the level that asked for the factor, to one score of those there are", () => {
    fc.assert(
      fc.property(scored, level, (scores, wanted) => {
        const scale = conformalScale(scores);
        const back = scale.level(scale.factor(wanted));
        const step = scores.length < 40 ? 0 : 1 / (scores.length + 1);
        expect(back).toBeGreaterThanOrEqual(Math.min(wanted, 1 - step) - 1e-6);
        // equal scores are passed together
        if (new Set(scores).size === scores.length)
          expect(back).toBeLessThanOrEqual(wanted + step + 1e-6);
      }),
    );
  });

  test("lies between two scores' where the factor does, and never reaches certainty", () => {
    const scale = conformalScale(upTo(99));
    expect(scale.level(80)).toBeCloseTo(0.8, 12);
    expect(scale.level(80.5)).toBeCloseTo(0.805, 12);
    expect(scale.level(0)).toBe(0);
    expect(scale.level(1000)).toBeCloseTo(0.99, 12);
  });
});

describe("isotonic", () => {
  test("pools adjacent violators as R's isoreg does", () => {
    // R: isoreg(c(1,0,4,3,3,5,4,2,0))$yf, the example of ?isoreg
    const values = [1, 0, 4, 3, 3, 5, 4, 2, 0];
    const expected = [0.5, 0.5, 3, 3, 3, 3, 3, 3, 3];
    expect(isotonic(values, Array<number>(9).fill(1))).toEqual(expected);
  });

  test("weighs what it pools", () => {
    expect(isotonic([4, 1], [1, 2])).toEqual([2, 2]);
  });
});

describe("student", () => {
  test("agrees with R", () => {
    expect(studentProbability(2, 5)).toBeCloseTo(0.9490303, 6); // pt(2, 5)
    expect(studentQuantile(0.9, 3)).toBeCloseTo(1.637744, 5); // qt(0.9, 3)
    expect(studentProbability(Number.NEGATIVE_INFINITY, 5)).toBe(0);
  });
});

test("rolling origins step back from the end, which is none itself", () => {
  expect(rollingOrigins(12, { minimum: 3, step: 3 })).toEqual([3, 6, 9]);
  expect(rollingOrigins(12, { minimum: 3, step: 3, limit: 2 })).toEqual([6, 9]);
  expect(rollingOrigins(2, { minimum: 1, step: 3 })).toEqual([]);
});

test("grouped keeps first appearance and the order within a key", () => {
  const groups = grouped([3, 1, 4, 5, 2], (value) => value % 2 === 0);
  expect([...groups]).toEqual([
    [false, [3, 1, 5]],
    [true, [4, 2]],
  ]);
});
