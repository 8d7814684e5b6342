import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, currencyDigitRows, currencyDigits } from "../src/money.ts";

// ISO 4217 list one, column "Minor unit"
test.each([
  ["USD", 2],
  ["EUR", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["KWD", 3],
  ["BHD", 3],
  ["CLF", 4],
])("%s has %i decimals", (currency, digits) => {
  expect(currencyDigits(currency)).toBe(digits);
});

test("the currencies told to the warehouse are those that don't have two decimals", () => {
  for (const { currency, digits } of currencyDigitRows()) {
    expect(digits).not.toBe(2);
    expect(currencyDigits(currency)).toBe(digits);
  }
});

describe("an allocation", () => {
  const total = fc.integer({ min: -1e10, max: 1e10 });
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 });
  const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

  test("gives the largest remainders the cents that are left (Hamilton)", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(1000, [47, 16, 17, 20])).toEqual([470, 160, 170, 200]);
    expect(allocate(10, [0, 0])).toEqual([5, 5]);
    expect(allocate(-100, [1, 2])).toEqual([-33, -67]);
  });

  test("sums to the total exactly", () => {
    fc.assert(
      fc.property(total, weights, (t, w) => {
        expect(sum(allocate(t, w))).toBe(t);
      }),
    );
  });

  test("gives each part its share to within one minor unit", () => {
    fc.assert(
      fc.property(total, weights, (t, w) => {
        fc.pre(sum(w) > 0);
        for (const [index, part] of allocate(t, w).entries()) {
          expect(Math.abs(part - (t * (w[index] ?? 0)) / sum(w))).toBeLessThan(1.000_01);
        }
      }),
    );
  });

  test("of a positive total has no negative part, and no part for a weight of zero", () => {
    fc.assert(
      fc.property(fc.nat(1e10), weights, (t, w) => {
        fc.pre(sum(w) > 0);
        for (const [index, part] of allocate(t, w).entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          if (w[index] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  test("gives a larger weight no less than a smaller one", () => {
    fc.assert(
      fc.property(fc.nat(1e10), weights, (t, w) => {
        const byWeight = allocate(t, w).map((part, index) => ({ part, weight: w[index] ?? 0 }));
        byWeight.sort((a, b) => a.weight - b.weight || a.part - b.part);
        const parts = byWeight.map(({ part }) => part);
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
      }),
    );
  });

  test("has the same parts whatever the order of the weights", () => {
    fc.assert(
      fc.property(fc.nat(1e10), weights, (t, w) => {
        const sorted = (parts: number[]) => parts.toSorted((a, b) => a - b);
        expect(sorted(allocate(t, w.toReversed()))).toEqual(sorted(allocate(t, w)));
      }),
    );
  });
});
