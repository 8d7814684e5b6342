import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allocate,
  currencyDigitRows,
  currencyDigits,
  formatMinorUnits,
  parseMinorUnits,
} from "../src/money.ts";
import { inputError } from "./input-error.ts";

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

describe("an amount as minor units", () => {
  test.each([
    ["1234.5", 2, 123_450],
    ["-12.05", 2, -1205],
    ["+7", 2, 700],
    [" 3 ", 2, 300],
    ["1500", 0, 1500],
    ["12.345", 3, 12_345],
    ["1.005", 2, 101], // in binary floats 1.005 × 100 is 100.49999999999999
    ["-0.005", 2, -1],
    ["0.5", 0, 1],
    ["0.499", 0, 0],
    ["-0.001", 2, 0],
  ])("%s with %i decimals is %i", (text, digits, minor) => {
    expect(parseMinorUnits(text, digits)).toBe(minor);
  });

  test.each(["", "12,50", "1e3", "$5", ".5", "5.", "--1", "NaN"])("%j isn't one", (text) => {
    expect(() => parseMinorUnits(text, 2)).toThrow(inputError(`unparsable amount: "${text}"`));
  });

  test("comes back from its text for every currency", () => {
    const minor = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(minor, fc.constantFrom(0, 2, 3), (amount, digits) => {
        expect(parseMinorUnits(formatMinorUnits(amount, digits), digits)).toBe(amount);
      }),
    );
  });
});

test.each([
  [-1205, 2, "-12.05"],
  [5, 2, "0.05"],
  [5, 0, "5"],
  [12_345, 3, "12.345"],
  [0, 2, "0.00"],
])("%i with %i decimals is written %s", (minor, digits, text) => {
  expect(formatMinorUnits(minor, digits)).toBe(text);
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
