import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QuotaPlan, type Recommendation, recommendQuotas } from "../../src/quota/recommend.ts";
import { everyone, salesForce } from "./sales-force.ts";

const plan: QuotaPlan = { target: 1_800_000_000, shares: [0.2, 0.3, 0.2, 0.3], currencyDigits: 2 };
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const part = (rows: readonly Recommendation[], index: number) =>
  rows.filter((row) => row.index === index);

describe("recommendQuotas", () => {
  const reps = salesForce(20, 60);
  const rows = recommendQuotas(reps, everyone(reps), plan);

  test("sums to the target, and each rep's quarters to the year", () => {
    const anyTarget = fc.integer({ min: 0, max: 1e13 });
    const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyTarget, weights, (target, raw) => {
        const shares = raw.map((weight) => weight / sum(raw));
        const given = recommendQuotas(reps.slice(0, 7), everyone(reps), {
          ...plan,
          target,
          shares,
        });
        expect(sum(part(given, 0).map((row) => row.quota))).toBe(target);
        for (const year of part(given, 0)) {
          const quarters = given.filter((row) => row.repId === year.repId && row.index > 0);
          expect(sum(quarters.map((row) => row.quota))).toBe(year.quota);
        }
      }),
      { numRuns: 30, seed: 30 },
    );
  });

  test("rounds to thousands of the currency, but for one rep", () => {
    const odd = recommendQuotas(reps, everyone(reps), { ...plan, target: 1_800_012_345 });
    expect(part(odd, 0).filter((row) => row.quota % 100_000 !== 0)).toHaveLength(1);
  });

  test("expects more of reps who booked more, and gives odds between none and sure", () => {
    const booked = new Map(reps.map((rep) => [rep.repId, sum(rep.monthly.slice(-12))]));
    const years = part(rows, 0).toSorted((a, b) => (a.expected ?? 0) - (b.expected ?? 0));
    const [least, most] = [years[0], years.at(-1)];
    expect(booked.get(most?.repId ?? "")).toBeGreaterThan(booked.get(least?.repId ?? "") ?? 0);
    for (const row of rows) {
      expect(row.attainmentProbability).toBeGreaterThan(0);
      expect(row.attainmentProbability).toBeLessThan(1);
      expect(row.lower80).toBeLessThanOrEqual(row.expected ?? 0);
      expect(row.upper80).toBeGreaterThan(row.expected ?? 0);
    }
  });

  test("gives even odds where the target is what all are expected to book", () => {
    const target = sum(part(rows, 0).map((row) => row.expected ?? 0));
    for (const row of part(recommendQuotas(reps, everyone(reps), { ...plan, target }), 0)) {
      expect(row.attainmentProbability).toBeCloseTo(0.5, 1);
    }
  });

  test("doesn't depend on the order of reps", () => {
    expect(recommendQuotas([...reps].reverse(), everyone(reps), plan)).toEqual(rows);
  });

  test("multiplies with the money, to one rounding unit", () => {
    const ten = reps.map((rep) => ({
      ...rep,
      monthly: rep.monthly.map((value) => value * 10),
      patch: rep.patch && { ...rep.patch, potential: rep.patch.potential * 10 },
    }));
    const scaled = recommendQuotas(ten, everyone(ten), { ...plan, target: plan.target * 10 });
    for (const [index, row] of part(scaled, 0).entries()) {
      expect(Math.abs(row.quota - 10 * (part(rows, 0)[index]?.quota ?? 0))).toBeLessThanOrEqual(
        1e6,
      );
    }
  });

  test("names its grounds in a sentence", () => {
    expect(rows[0]?.reasons).toMatch(
      /^expects [\d.]+ [kM] a year, given 30 accounts and 7\.0 years of tenure; bookings of the last 12 months [\d.]+ [kM]$/,
    );
  });

  test("learns from bookings alone, five quarters of them", () => {
    const bare = salesForce(12, 15).map((rep) => ({ ...rep, hired: null, patch: null }));
    const given = recommendQuotas(bare, everyone(bare), plan);
    expect(part(given, 0).every((row) => (row.attainmentProbability ?? -1) > 0)).toBe(true);
    expect(new Set(part(given, 0).map((row) => row.quota)).size).toBeGreaterThan(6);
    expect(given[0]?.reasons).toMatch(
      /^expects [\d.]+ [kM] a year; bookings of the last 12 months/,
    );
  });
});
