import { describe, expect, test } from "vitest";
import { backtest, type PastPeriod } from "../../src/quota/backtest.ts";
import { reliabilityOf, scoreBacktest } from "../../src/quota/backtest-score.ts";
import { nothingLearned, uncertaintyOf } from "../../src/quota/lessons.ts";
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

  test("says of a period planned ahead only what was known as long before it", () => {
    const lead = 6;
    const later = {
      ...force,
      sellers: force.sellers.map((seller) => ({
        ...seller,
        monthly: seller.monthly.map((value, month) =>
          month >= 36 - lead && month < 36 ? 3 * value : value,
        ),
      })),
    };
    const said = (records: typeof force) =>
      backtest(records, periods, { lead })
        .rows.filter(({ periodStart, rule }) => periodStart === "2025-02-01" && rule === "even")
        .map(({ odds }) => odds);
    expect(said(later)).toEqual(said(force));
    expect(said(force)).not.toEqual(
      rows
        .filter(({ periodStart, rule }) => periodStart === "2025-02-01" && rule === "even")
        .map(({ odds }) => odds),
    );
  });

  test("begins from a guess and learns how far reps land from their means", () => {
    expect(uncertaintyOf(nothingLearned, 5)).toEqual({ dispersion: 5, scale: 1.5, common: 0.1 });
    const { scale } = uncertaintyOf(learned, 5);
    // deals come at the true rate here: variances are nearly what they are said to be
    expect(scale).toBeGreaterThan(0.7);
    expect(scale).toBeLessThan(1.6);
  });
});
