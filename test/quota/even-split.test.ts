import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QuotaPlan, type Recommendation, recommendQuotas } from "../../src/quota/recommend.ts";
import type { RepHistory } from "../../src/quota/window.ts";
import { everyone, salesForce } from "./sales-force.ts";

const plan: QuotaPlan = { target: 1_800_000_000, shares: [0.2, 0.3, 0.2, 0.3], currencyDigits: 2 };
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const part = (rows: readonly Recommendation[], index: number) =>
  rows.filter((row) => row.index === index);

describe("without the history for a regression", () => {
  const fresh: RepHistory[] = ["b", "a", "c"].map((repId) => ({
    repId,
    role: null,
    hired: null,
    left: null,
    monthly: [],
    patch: null,
  }));

  test("splits evenly and says so", () => {
    const rows = part(recommendQuotas(fresh, everyone(fresh), { ...plan, target: 100_000_001 }), 0);
    expect(rows.map((row) => row.quota)).toEqual([33_400_001, 33_300_000, 33_300_000]);
    expect(rows.every((row) => row.attainmentProbability === null)).toBe(true);
    expect(rows[0]?.reasons).toBe(
      "even split: too little history for a regression; nothing booked yet",
    );
  });

  test("nothing booked by anyone splits evenly too", () => {
    const idle = fresh.map((rep) => ({ ...rep, hired: -10, monthly: Array<number>(40).fill(0) }));
    expect(recommendQuotas(idle, everyone(idle), plan)[0]?.reasons).toMatch(/^even split/);
  });

  test("no reps, no rows", () => {
    expect(recommendQuotas([], new Set(), plan)).toEqual([]);
    expect(recommendQuotas(salesForce(9, 40), new Set(), plan)).toEqual([]);
  });

  test("any history gives finite quotas and odds", () => {
    const months = fc.array(fc.integer({ min: -1e9, max: 1e11 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(months, { minLength: 1, maxLength: 6 }), (histories) => {
        const reps = histories.map((monthly, index) => ({
          repId: String(index),
          role: null,
          hired: index * 7 - 3,
          left: null,
          monthly,
          patch: null,
        }));
        const rows = recommendQuotas(reps, everyone(reps), plan);
        expect(sum(part(rows, 0).map((row) => row.quota))).toBe(plan.target);
        for (const { quota, expected, attainmentProbability } of rows) {
          expect(Number.isSafeInteger(quota)).toBe(true);
          expect(expected === null || Number.isFinite(expected)).toBe(true);
          expect(attainmentProbability ?? 0.5).toBeGreaterThanOrEqual(0);
          expect(attainmentProbability ?? 0.5).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40, seed: 40 },
    );
  });
});
