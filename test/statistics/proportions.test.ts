import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareTail, homogeneity } from "../../src/statistics/chi-square.ts";
import { designEffect } from "../../src/statistics/clusters.ts";
import { holm } from "../../src/statistics/holm.ts";
import { pooledShare, sharePrior } from "../../src/statistics/pooling.ts";
import { twoProportions } from "../../src/statistics/proportions.ts";
import { wilson } from "../../src/statistics/wilson.ts";

const counted = (successes: number, trials: number) => ({ successes, trials });

describe("wilson", () => {
  // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("gives Newcombe's interval of %i in %i", (successes, trials, lower, upper) => {
    expect(wilson(successes, trials).lower).toBeCloseTo(lower, 4);
    expect(wilson(successes, trials).upper).toBeCloseTo(upper, 4);
  });

  test("holds the share, stays within 0 and 1, mirrors, and narrows with the trials", () => {
    const trials = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(trials, fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const successes = Math.round(n * part);
        const { lower, upper } = wilson(successes, n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower - 1e-12).toBeLessThanOrEqual(successes / n);
        expect(upper + 1e-12).toBeGreaterThanOrEqual(successes / n);
        const mirrored = wilson(n - successes, n);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 10);
        const more = wilson(successes * 4, n * 4);
        expect(more.upper - more.lower).toBeLessThan(upper - lower);
      }),
      { seed: 3 },
    );
  });
});

describe("tests of equal shares", () => {
  // Agresti 2002, Categorical data analysis, section 3.2: aspirin and heart attacks, X² = 25.01
  const placebo = counted(189, 11034);
  const aspirin = counted(104, 11037);

  test("two shares give Pearson's chi-square of their table", () => {
    const probability = twoProportions(placebo, aspirin);
    expect(probability).toBeCloseTo(chiSquareTail(25.01, 1), 8);
    expect(homogeneity([placebo, aspirin])).toBeCloseTo(probability, 10);
  });

  test("several shares give R's prop.test", () => {
    // ?prop.test, Fleiss 1981: smokers 83, 90, 129, 70 of patients 86, 93, 136, 82; p = 0.005585
    const groups = [counted(83, 86), counted(90, 93), counted(129, 136), counted(70, 82)];
    expect(homogeneity(groups)).toBeCloseTo(0.005585, 6);
  });

  test("nothing tried, or all ended alike, tells of no difference", () => {
    expect(twoProportions(counted(0, 0), counted(3, 9))).toBe(1);
    expect(twoProportions(counted(4, 4), counted(9, 9))).toBe(1);
    expect(homogeneity([counted(4, 4), counted(9, 9)])).toBe(1);
    expect(homogeneity([counted(1, 4)])).toBe(1);
  });
});

describe("holm", () => {
  test("steps down from the smallest", () => {
    // 0.005 × 4, 0.01 × 3, 0.03 × 2, then 0.04 × 1 raised to the one before
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [index, value] of [0.03, 0.06, 0.06, 0.02].entries()) {
      expect(adjusted[index]).toBeCloseTo(value, 12);
    }
  });

  test("never lowers a p value, never passes 1, keeps the order", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(values, (raw) => {
        const adjusted = holm(raw);
        for (const [index, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual(raw[index] ?? Number.NaN);
          expect(value).toBeLessThanOrEqual(1);
        }
        const order = raw.map((value, index) => ({ value, adjusted: adjusted[index] ?? 0 }));
        const sorted = order.toSorted((a, b) => a.value - b.value).map((pair) => pair.adjusted);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
      { seed: 4 },
    );
  });
});

describe("designEffect", () => {
  test("is the size of clusters that end alike throughout", () => {
    // 10 clusters of 4, five of them all won: each cluster tells as much as one trial
    const sums = {
      successes: 20,
      failures: 20,
      successSquares: 80,
      products: 0,
      failureSquares: 80,
    };
    expect(designEffect(sums)).toBeCloseTo(4, 12);
  });

  test("is 1 for single trials, and where clusters even out", () => {
    const alone = {
      successes: 20,
      failures: 20,
      successSquares: 20,
      products: 0,
      failureSquares: 20,
    };
    expect(designEffect(alone)).toBe(1);
    // 10 clusters of two wins and two losses each
    const even = {
      successes: 20,
      failures: 20,
      successSquares: 40,
      products: 40,
      failureSquares: 40,
    };
    expect(designEffect(even)).toBe(1);
  });
});

describe("pooling", () => {
  const groups = [counted(12, 60), counted(30, 80), counted(9, 70), counted(2, 5)];

  test("takes the strength that makes the counts most likely", () => {
    const prior = sharePrior(groups);
    expect(prior?.mean).toBeCloseTo(53 / 215, 12);
    const best = betaBinomial(prior?.strength ?? 0);
    for (let strength = 1; strength < 2000; strength *= 1.1) {
      expect(betaBinomial(strength)).toBeLessThanOrEqual(best + 1e-6);
    }
  });

  test("moves every share towards the whole, few trials most, and keeps it within its range", () => {
    const prior = sharePrior(groups);
    if (!prior) throw new Error("missing prior");
    const moved = groups.map((group) => {
      const raw = group.successes / group.trials;
      const { share, lower, upper } = pooledShare(group, prior);
      expect((share - raw) * (prior.mean - raw)).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThan(share);
      expect(upper).toBeGreaterThan(share);
      return Math.abs((share - raw) / (prior.mean - raw));
    });
    expect(Math.max(...moved)).toBe(moved[3]);
  });

  test("shares that differ by chance alone become the whole's, and vast ones stay as they are", () => {
    const alike = [counted(20, 100), counted(21, 100), counted(19, 100), counted(40, 200)];
    const prior = sharePrior(alike);
    expect(prior && pooledShare(counted(1, 2), prior).share).toBeCloseTo(0.2, 3);
    const apart = [counted(10_000, 100_000), counted(60_000, 100_000)];
    const wide = sharePrior(apart);
    expect(wide && pooledShare(counted(10_000, 100_000), wide).share).toBeCloseTo(0.1, 4);
    expect(sharePrior([counted(3, 3), counted(8, 8)])).toBeNull();
  });

  /** The likelihood as a product of Γ ratios, written out: log of Π (a + i), Π (b + j), Π (a + b + k). */
  function betaBinomial(strength: number): number {
    const [a, b] = [(53 / 215) * strength, (162 / 215) * strength];
    const rising = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => Math.log(from + i)).reduce((x, y) => x + y, 0);
    return groups.reduce(
      (total, { successes, trials }) =>
        total + rising(a, successes) + rising(b, trials - successes) - rising(a + b, trials),
      0,
    );
  }
});
