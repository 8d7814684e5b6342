import { describe, expect, test } from "vitest";
import { rankCorrelation } from "../../src/statistics/rank-correlation.ts";
import { differenceOf, groupsDiffer, slopeOf } from "../../src/statistics/weighted-comparison.ts";

const weighed = (values: readonly number[]) => values.map((value) => ({ value, weight: 1 }));

// R: PlantGrowth
const control = weighed([4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14]);
const first = weighed([4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69]);
const second = weighed([6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26]);

describe("groupsDiffer", () => {
  test("is R's anova(lm(weight ~ group, PlantGrowth))", () => {
    expect(groupsDiffer([control, first, second])).toBeCloseTo(0.01591, 5);
  });

  test("counts a value of weight two as two of the same", () => {
    const twice = [{ value: 3, weight: 2 }];
    const difference = differenceOf(twice, control);
    expect(difference?.effect).toBeCloseTo(3 - 5.032, 12);
  });

  test("says nothing of one group, or of groups of one", () => {
    expect(groupsDiffer([control])).toBeNull();
    expect(groupsDiffer([control.slice(0, 1), first.slice(0, 1)])).toBeNull();
  });
});

test("differenceOf is R's t.test(ctrl, trt2, var.equal = TRUE)", () => {
  const difference = differenceOf(second, control);
  expect(difference?.effect).toBeCloseTo(0.494, 6);
  expect(difference?.lower).toBeCloseTo(0.007585, 2);
  expect(difference?.upper).toBeCloseTo(0.980415, 2);
});

test("slopeOf is least squares, with Student's range", () => {
  // R: x <- 1:5; y <- c(1, 3, 2, 5, 4); summary(lm(y ~ x)): 0.8, standard error 0.3464, p 0.1041
  const values = [1, 3, 2, 5, 4].map((value, at) => ({ value, weight: 1, x: at + 1 }));
  const slope = slopeOf(values);
  expect(slope?.effect).toBeCloseTo(0.8, 12);
  expect(slope?.probability).toBeCloseTo(0.1041, 4);
  // qt(0.975, 3) = 3.182446
  expect(slope?.upper).toBeCloseTo(0.8 + 3.182446 * Math.sqrt(0.12), 4);
});

test("rankCorrelation shares ranks between ties", () => {
  // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826817, 9);
  expect(rankCorrelation([1, 1], [1, 2])).toBeNull();
  expect(rankCorrelation([1], [1])).toBeNull();
});
