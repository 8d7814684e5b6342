import { describe, expect, test } from "vitest";
import { backtest } from "../../src/quota/backtest.ts";
import { reliabilityOf, scoreBacktest } from "../../src/quota/backtest-score.ts";
import { nothingLearned, uncertaintyOf } from "../../src/quota/lessons.ts";
import { lessonsAhead } from "../../src/quota/lessons-ahead.ts";
import type { PastPeriod } from "../../src/quota/past-period.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { salesForce } from "./sales-force.ts";

const force = salesForce({ count: 80, months: 60, seed: 4 });
const periods = [24, 36, 48].map(
  (month): PastPeriod => ({
    period: "year",
    periodStart: `${2022 + month / 12}-02-01`,
    month,
    length: 12,
    // the same for everyone, about what a middling rep books
    quotas: new Map(force.sellers.map(({ repId }) => [repId, 70_000_000])),
  }),
);
const { rows, learned } = backtest(force, periods);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("backtest", () => {
  test("spreads the total that was set by every rule", () => {
    for (const own of grouped(rows, ({ periodStart }) => periodStart).values()) {
      const atTotal = own.filter(({ rule }) => rule !== "aim");
      const totals = [...grouped(atTotal, ({ rule }) => rule).values()].map((some) =>
        sum(some.map(({ quota }) => quota)),
      );
      expect(totals).toHaveLength(6);
      expect(new Set(totals).size).toBe(1);
    }
  });

  test("counts reps who were there from the first month to the last", () => {
    const [hired] = force.sellers.filter((seller) => seller.hired > 30 && seller.hired < 36);
    const own = rows.filter(({ repId }) => repId === hired?.repId);
    expect([...new Set(own.map(({ periodStart }) => periodStart))]).toEqual([
      "2025-02-01",
      "2026-02-01",
    ]);
  });

  test("equal odds miss by less than an even split, the year before and the territory alone", () => {
    const errors = new Map(scoreBacktest(rows).map(({ rule, error }) => [rule, error ?? 0]));
    const recommended = errors.get("recommended") ?? Number.NaN;
    for (const rule of ["even", "prior_year", "trailing", "potential", "set"])
      expect(recommended).toBeLessThan(errors.get(rule) ?? 0);
  });

  test("quotas at the aim are attained by about as many as are aimed for", () => {
    const aimed = scoreBacktest(rows).find(({ rule }) => rule === "aim");
    expect(aimed?.expectedShare).toBeCloseTo(0.65, 6);
    expect(Math.abs((aimed?.shareAtQuota ?? 0) - 0.65)).toBeLessThan(0.1);
  });

  test("odds are calibrated: quotas are attained about as often as said", () => {
    const even = scoreBacktest(rows).find(({ rule }) => rule === "even");
    expect(even?.slope).toBeGreaterThan(0.7);
    expect(even?.slope).toBeLessThan(1.4);
    for (const { expected, lower, upper } of reliabilityOf(rows)) {
      expect(expected).toBeGreaterThan(lower - 0.1);
      expect(expected).toBeLessThan(upper + 0.1);
    }
  });

  test("says of a period only what was known when it began", () => {
    const later = {
      ...force,
      sellers: force.sellers.map((seller) => ({
        ...seller,
        monthly: seller.monthly.map((value, month) => (month >= 36 ? 3 * value : value)),
      })),
    };
    const first = (all: typeof rows) => all.filter(({ periodStart }) => periodStart < "2025-02-01");
    expect(first(backtest(later, periods).rows)).toEqual(first(rows));
    const said = (all: typeof rows) =>
      all.filter(({ periodStart }) => periodStart === "2025-02-01").map(({ odds }) => odds);
    expect(said(backtest(later, periods).rows)).toEqual(said(rows));
  });

  test("learns of periods planned ahead only from what was known as long before them", () => {
    const lead = 6;
    const [, , last] = periods;
    const later = {
      ...force,
      sellers: force.sellers.map((seller) => ({
        ...seller,
        monthly: seller.monthly.map((value, month) =>
          month >= 48 - lead && month < 48 ? 3 * value : value,
        ),
      })),
    };
    const own = last ? [last] : [];
    expect(lessonsAhead(later, own, lead)).toEqual(lessonsAhead(force, own, lead));
    expect(lessonsAhead(later, own, 0)).not.toEqual(lessonsAhead(force, own, 0));
    expect(lessonsAhead(force, periods, 0)).toEqual(learned);
  });

  test("begins from a guess and learns how far reps land from their means", () => {
    expect(uncertaintyOf(nothingLearned, 5)).toEqual({ dispersion: 5, scale: 1.5, common: 0.1 });
    const { scale } = uncertaintyOf(learned, 5);
    // deals come at the true rate here: variances are nearly what they are said to be
    expect(scale).toBeGreaterThan(0.7);
    expect(scale).toBeLessThan(1.6);
  });
});
