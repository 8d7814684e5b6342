import { describe, expect, test } from "vitest";
import { decilesOf } from "../../../src/opportunity/hazard/scored.ts";
import { wilson } from "../../../src/statistics/wilson.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

/** Two hundred chances from 0 to 1, of which every second was won. */
const scored = (dealOf: (index: number) => string) => ({
  chances: upTo(200).map((index) => index / 200),
  outcomes: upTo(200).map((index) => (index < 100 ? 0 : index % 2)),
  deals: upTo(200).map(dealOf),
});

describe("tenths of chances", () => {
  test("go from the lowest to the highest, with Wilson's interval of the share won", () => {
    const deciles = decilesOf(scored(String));
    expect(deciles.map(({ count_chances }) => count_chances)).toEqual(Array(10).fill(20));
    expect(deciles[0]).toMatchObject({ won_count: 0, lower_rate: 0 });
    expect(deciles[0]?.mean_rate).toBeCloseTo(0.0475, 10);
    const { lower, upper } = wilson(10, 20);
    expect(deciles[9]).toMatchObject({ won_rate: 0.5, lower_rate: lower, upper_rate: upper });
  });

  test("are less sure where chances are of the same deal and came out alike", () => {
    // the odd ones are all of one deal, the even ones of another
    const [alone, together] = [String, (index: number) => String(index % 2)].map(
      (dealOf) => decilesOf(scored(dealOf))[9],
    );
    expect(together?.count_deals).toBe(2);
    expect(together?.lower_rate).toBeLessThan(alone?.lower_rate ?? 0);
    expect(together?.upper_rate).toBeGreaterThan(alone?.upper_rate ?? 1);
  });

  test("are none of no chance", () => {
    expect(decilesOf({ chances: [], outcomes: [], deals: [] })).toEqual([]);
  });
});
