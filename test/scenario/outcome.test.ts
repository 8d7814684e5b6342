import { describe, expect, test } from "vitest";
import { attainmentSpread } from "../../src/scenario/attainment-spread.ts";
import { earningsOf, withEarnings } from "../../src/scenario/earnings.ts";
import { fairnessOf, widestGap } from "../../src/scenario/fairness.ts";
import { planOf } from "../../src/scenario/plan.ts";
import { planBase } from "./base.ts";

const base = planBase();
const plain = planOf(base, {});

describe("the spread of attainment", () => {
  const bins = attainmentSpread(plain.reps);

  test("counts every rep once", () => {
    expect(bins.reduce((sum, { reps }) => sum + reps, 0)).toBeCloseTo(plain.reps.length, 9);
  });

  test("has as many at quota as are expected there", () => {
    const atQuota = bins
      .filter(({ from }) => from > 0.999)
      .reduce((sum, { reps }) => sum + reps, 0);
    expect(atQuota / plain.reps.length).toBeCloseTo(plain.shareAtQuota, 9);
  });
});

describe("fairness", () => {
  test("places every rep in one group of each factor, at the mean of their odds", () => {
    const groups = fairnessOf(base.year.sellers, plain.reps);
    for (const factor of ["region", "team", "role", "tenure", "potential"]) {
      const own = groups.filter((group) => group.factor === factor);
      expect(own.reduce((sum, { reps }) => sum + reps, 0)).toBe(24);
      const mean = own.reduce((sum, { reps, odds }) => sum + reps * odds, 0) / 24;
      expect(mean).toBeCloseTo(plain.shareAtQuota, 12);
    }
  });

  test("finds no gap in equal odds, and the one that settled quotas make", () => {
    expect(widestGap(plain.fairness)).toBeLessThan(0.01);
    const locked = Object.fromEntries(
      plain.reps
        .filter(({ regionId }) => regionId === "North")
        .map(({ repId, quota }) => [repId, Math.round(quota / 125)]),
    );
    const north = planOf(base, { locked });
    expect(widestGap(north.fairness)).toBeGreaterThan(0.1);
  });
});

describe("on-target earnings", () => {
  test("taken out leave nobody's behind; put back give the same plan", () => {
    const bare = withEarnings(base, {});
    expect(earningsOf(bare)).toEqual({});
    expect(bare.newcomers.map(({ earnings }) => earnings)).toEqual([null]);
    const again = withEarnings(bare, earningsOf(base));
    const scenario = { guardrails: { most_to_earnings: 4.5 } };
    expect(planOf(again, scenario)).toEqual(planOf(base, scenario));
    expect(planOf(bare, scenario)).toEqual(planOf(bare, {}));
  });
});
