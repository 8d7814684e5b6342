import { expect, test } from "vitest";
import { forecastOutlook, type Rest } from "../../src/goals/forecasted.ts";
import { normalQuantile } from "../../src/statistics/normal.ts";
import { goal } from "./goal.ts";

/** A normal with mean 100 and deviation 10 by its ranges. */
const rest: Rest = {
  mean: 100,
  ranges: [0.5, 0.8, 0.95].map((coverage) => {
    const reach = 10 * normalQuantile((1 + coverage) / 2);
    return { coverage, lower: 100 - reach, upper: 100 + reach };
  }),
  stated: null,
};
const sum = (target: number) => goal({ measure: "sum", target });

test("expects what is known and the forecast's mean, with its 80 % range", () => {
  const outlook = forecastOutlook(sum(150), 50, rest);
  expect(outlook).toMatchObject({ expected: 150, n: null });
  expect(outlook?.lower).toBeCloseTo(150 - 12.8155, 3); // 10 × the normal's 90 % quantile
  expect(outlook?.upper).toBeCloseTo(150 + 12.8155, 3);
});

test("gives back the chances of the normal whose ranges it is given, beyond them too", () => {
  const chance = (target: number) => forecastOutlook(sum(target), 50, rest)?.chance;
  expect(chance(150)).toBeCloseTo(0.5, 10);
  expect(chance(160)).toBeCloseTo(0.1586553, 6); // 1 − Φ(1)
  expect(chance(120)).toBeCloseTo(0.9986501, 6); // Φ(3)
});

test("is sure where every bound lies in one place", () => {
  const ranges = [0.5, 0.8, 0.95].map((coverage) => ({ coverage, lower: 0, upper: 0 }));
  const chance = (target: number) =>
    forecastOutlook(sum(target), 50, { mean: 0, ranges, stated: null })?.chance;
  expect([chance(49), chance(51)]).toEqual([1, 0]);
});

test("says what the forecast states itself where the goal asks for the same", () => {
  const stated = { amount: 105, chance: 0.27 };
  const chance = (target: number) => forecastOutlook(sum(target), 50, { ...rest, stated })?.chance;
  expect(chance(155)).toBeCloseTo(0.27, 12);
  expect(chance(156)).toBeCloseTo(0.2742531, 6); // 1 − Φ(0.6)
});
