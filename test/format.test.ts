import { describe, expect, test } from "vitest";
import {
  formatChance,
  formatChange,
  formatCount,
  formatDate,
  formatExactMoney,
  formatFineRate,
  formatMoney,
  formatMonth,
  formatMultiple,
  formatPeriod,
  formatPlural,
  formatRate,
  formatScaled,
  formatValue,
} from "../src/format.ts";

describe("numbers as readers see them", () => {
  test.each([
    [0, "0"],
    [960, "960"],
    [999.4, "999"],
    [1204, "1.2 k"],
    [99_949, "99.9 k"],
    [842_000, "842 k"],
    [999_960, "1.0 M"],
    [18_240_000, "18.2 M"],
    [142_400_000, "142 M"],
    [1_240_000_000, "1.2 bn"],
    [-342_000, "−342 k"],
  ])("%d is %s", (value, text) => expect(formatScaled(value)).toBe(text));

  test.each([
    [560_710, 2, "5,607.10"],
    [-5, 2, "−0.05"],
    [1_204, 0, "1,204"],
    [1_204, 3, "1.204"],
  ])("%d with %d digits is %s to the last minor unit", (cents, digits, text) =>
    expect(formatExactMoney(cents, digits)).toBe(text),
  );

  test("money takes the digits of its currency", () => {
    expect(formatMoney(1_824_000_000, 2)).toBe("18.2 M");
    expect(formatMoney(18_240_000, 0)).toBe("18.2 M");
    expect(formatMoney(18_240_000_000, 3)).toBe("18.2 M");
  });

  test.each([
    [0, "0 %"],
    [0.43, "43 %"],
    [0.0425, "4.3 %"],
    [0.04, "4 %"],
    [0.00002, "<0.1 %"],
    [0.0996, "10 %"],
    [1.204, "120 %"],
    [0.994, "99 %"],
    [372 / 373, "99.7 %"],
    [0.9999, "99.9 %"],
    [1, "100 %"],
    [-0.012, "−1.2 %"],
  ])("a rate of %d is %s", (rate, text) => expect(formatRate(rate)).toBe(text));

  test.each([
    [0.3925, "39.3 %"],
    [1, "100.0 %"],
    [0.9998, "99.9 %"],
    [-0.0004, "0.0 %"],
    [-0.012, "−1.2 %"],
  ])("a rate of which tenths matter, %d, is %s", (rate, text) =>
    expect(formatFineRate(rate)).toBe(text),
  );

  test.each([
    [0.946, "95 %"],
    [0.081, "8 %"],
    [0.999, "over 99 %"],
    [0.99, "99 %"],
    [0.004, "under 1 %"],
  ])("a chance of %d is %s", (chance, text) => expect(formatChance(chance)).toBe(text));

  test("counts are grouped and named in the right number", () => {
    expect(formatCount(1_234_567)).toBe("1,234,567");
    expect(formatPlural(1, "deal")).toBe("1 deal");
    expect(formatPlural(1204, "deal")).toBe("1,204 deals");
    expect(formatPlural(0, "opportunity", "opportunities")).toBe("0 opportunities");
  });

  test("a multiple isn't a percentage", () => expect(formatMultiple(2.44)).toBe("2.4×"));

  test("a multiple of all but nothing says only that it is large", () => {
    expect(formatMultiple(20)).toBe("20.0×");
    expect(formatMultiple(1173)).toBe("> 20×");
    expect(formatChange(1173, 2.4, "multiple")).toBe("> +20×");
    expect(formatChange(2.4, 1173, "multiple")).toBe("< −20×");
  });

  test("a multiple under a tenth isn't nothing", () => {
    expect([0, 0.0612, 0.0949, 0.0951].map(formatMultiple)).toEqual([
      "0.0×",
      "0.06×",
      "0.09×",
      "0.1×",
    ]);
  });

  test.each([
    [790, 860, "money", "−8.1 %"],
    [0.3, 0.286, "ratio", "+1.4 pts"],
    [40, 45, "points", "−5 pts"],
    [2, 2.44, "multiple", "−0.4×"],
    [5, 0, "count", "from 0"],
    [5, 5, "count", "unchanged"],
    [-5, -10, "money", "+50 %"],
  ] as const)("from %d after %d, in %s, is a change of %s", (value, before, unit, text) =>
    expect(formatChange(value, before, unit)).toBe(text),
  );

  test("a missing value is a dash, zero is zero", () => {
    expect(formatValue(null, "money", 2)).toBe("–");
    expect(formatValue(0, "money", 2)).toBe("0");
    expect(formatValue(84.4, "days", 2)).toBe("84 days");
  });
});

describe("dates as readers see them", () => {
  test("days, months and periods", () => {
    expect(formatDate("2026-07-31")).toBe("31 Jul 2026");
    expect(formatMonth("2026-07-01")).toBe("Jul 2026");
    expect(formatPeriod("2026-07")).toBe("Jul 2026");
    expect(formatPeriod("FY27-Q2")).toBe("FY27 Q2");
    expect(formatPeriod("FY27")).toBe("FY27");
  });
});
