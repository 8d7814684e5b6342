import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueAdded } from "../../src/forecast/value-added.ts";

const period = (before: number, after: number, actual = 100, n = 1) => ({
  n,
  before,
  after,
  actual,
});

describe("value added", () => {
  // misses of 20 and 30 became 10 and 20, of 200 booked: 20 of 200
  test("is how much less was missed, over what was booked", () => {
    expect(valueAdded([period(20, 10), period(30, 20)])).toMatchObject({
      n: 2,
      periods: 2,
      rate: 0.1,
      lower: null,
      upper: null,
    });
  });

  test("has no rate where nothing was booked", () => {
    expect(valueAdded([period(20, 10, 0)]).rate).toBeNull();
  });

  // every draw of such periods gives the same share
  test("is certain where every period gained alike", () => {
    const { rate, lower, upper } = valueAdded(Array.from({ length: 6 }, () => period(20, 10)));
    expect([rate, lower, upper]).toEqual([0.1, 0.1, 0.1]);
  });

  test("has a range that holds it and widens with the scatter of periods", () => {
    const gains = [4, -2, 6, 1, 3, 5, -1, 2];
    const spread = (factor: number) => {
      const added = valueAdded(gains.map((gain) => period(50, 50 - factor * gain)));
      return (added.upper ?? Number.NaN) - (added.lower ?? Number.NaN);
    };
    expect(spread(1)).toBeGreaterThan(0);
    expect(spread(3)).toBeCloseTo(3 * spread(1), 10);
  });

  test("turns its sign when the two change places", () => {
    const errors = fc.integer({ min: 0, max: 1_000_000 });
    const periods = fc.array(fc.tuple(errors, errors), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(periods, (pairs) => {
        const there = valueAdded(pairs.map(([before, after]) => period(before, after)));
        const back = valueAdded(pairs.map(([before, after]) => period(after, before)));
        expect(there.rate ?? Number.NaN).toBeCloseTo(-(back.rate ?? Number.NaN), 12);
      }),
      { numRuns: 50 },
    );
  });
});
