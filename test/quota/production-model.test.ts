import { describe, expect, test } from "vitest";
import { type ProductionModel, productionModel } from "../../src/quota/production-model.ts";
import type { Records, Seller } from "../../src/quota/seller.ts";
import { rankCorrelation } from "../../src/statistics/rank-correlation.ts";
import { salesForce } from "./sales-force.ts";

const force = salesForce({ count: 60, months: 48 });
const modelAt = (records: Records, origin: number): ProductionModel => {
  const model = productionModel(records, origin);
  if (!model) throw new Error("no model");
  return model;
};
const yearOf = (model: ProductionModel, seller: Seller) =>
  Array.from({ length: 12 }, (_, k) => model.origin + k).reduce(
    (sum, month) => sum + model.fullMonth(seller, month) * model.ratioOf(seller).mean,
    0,
  );

describe("productionModel", () => {
  const model = modelAt(force, 48);

  test("finds who makes more of a territory than others would", () => {
    const seasoned = force.sellers.filter(({ hired }) => hired < 12);
    const found = seasoned.map((seller) => model.ratioOf(seller).mean);
    const skill = seasoned.map((seller) => seller.skill);
    expect(rankCorrelation(found, skill)).toBeGreaterThan(0.7);
  });

  test("expects of a ramped rep what the territory and the skill make", () => {
    const seasoned = force.sellers.filter(({ hired }) => hired < 12);
    const truth = (seller: (typeof seasoned)[number]) =>
      (seller.territories[0]?.expected ?? 0) * seller.skill;
    const ratios = seasoned.map((seller) => yearOf(model, seller) / truth(seller));
    const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length;
    expect(mean).toBeGreaterThan(0.93);
    expect(mean).toBeLessThan(1.07);
  });

  test("has a ramp that rises to a ramped rep's, near the true one", () => {
    const shares = model.ramps[0]?.shares ?? [];
    // a sixth more each month: 1/6, 2/6 … 1
    expect(shares[0]).toBeLessThan(0.45);
    expect(shares[1]).toBeLessThan(shares[4] ?? 0);
    expect(shares[8]).toBeGreaterThan(0.85);
    for (const [at, share] of shares.entries())
      expect(share).toBeGreaterThanOrEqual(shares[at - 1] ?? 0);
  });

  test("leans on peers for a rep who has just come", () => {
    const [first] = force.sellers;
    if (!first) throw new Error("no seller");
    const newcomer = { ...first, repId: "new", hired: 46, monthly: first.monthly.map(() => 0) };
    const with_ = modelAt({ ...force, sellers: [...force.sellers, newcomer] }, 48);
    const ratio = with_.ratioOf(newcomer);
    // two months without a deal say little
    expect(ratio.mean).toBeGreaterThan(0.6);
    expect(ratio.mean).toBeLessThan(1);
    expect(ratio.variance).toBeGreaterThan(with_.ratioOf(first).variance);
    expect(with_.ratioOf({ ...newcomer, repId: "nobody" }).mean).toBe(1);
  });

  test("never looks past its origin", () => {
    const changed = {
      ...force,
      sellers: force.sellers.map((seller) => ({
        ...seller,
        monthly: seller.monthly.map((value, month) => (month >= 30 ? 7 * value + 1 : value)),
        territories: seller.territories.map((one) =>
          one.month > 30 ? { ...one, expected: 9 * one.expected } : one,
        ),
      })),
    };
    const [one, other] = [modelAt(force, 30), modelAt(changed, 30)];
    for (const [at, seller] of force.sellers.entries()) {
      expect(yearOf(other, changed.sellers[at] ?? seller)).toBe(yearOf(one, seller));
    }
  });

  test("ten times the money is ten times the expectation", () => {
    const tenfold = salesForce({ count: 60, months: 48, deal: 30_000_000 });
    const other = modelAt(tenfold, 48);
    for (const [at, seller] of force.sellers.entries()) {
      const ten = yearOf(other, tenfold.sellers[at] ?? seller);
      expect(ten / yearOf(model, seller) / 10).toBeCloseTo(1, 6);
    }
  });

  test("says nothing of too short a history, or of one without bookings", () => {
    expect(productionModel(salesForce({ count: 2, months: 12 }), 12)).toBeNull();
    const idle = force.sellers.map((seller) => ({
      ...seller,
      monthly: seller.monthly.map(() => 0),
    }));
    expect(productionModel({ ...force, sellers: idle }, 48)).toBeNull();
    expect(productionModel({ sellers: [], place: 0 }, 0)).toBeNull();
  });
});
