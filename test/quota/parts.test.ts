import { describe, expect, test } from "vitest";
import { patches } from "../../src/quota/potential.ts";
import {
  attainmentProbability,
  productionModel,
  productionRange,
} from "../../src/quota/production.ts";
import { allocateRounded, quarterShares, roundingUnit } from "../../src/quota/spread.ts";
import { observations, type RepHistory, standings } from "../../src/quota/window.ts";
import { salesForce, uniforms } from "./sales-force.ts";

const yearly = { length: 12, peerMonths: 6 };

const rep = (fields: Partial<RepHistory>): RepHistory => ({
  repId: "r",
  role: null,
  hired: 0,
  left: null,
  monthly: Array<number>(36).fill(100),
  patch: null,
  ...fields,
});

describe("windows", () => {
  test("step back from the end without overlap, each with months before it", () => {
    expect(observations([rep({})], { length: 12, peerMonths: 6 }).map((o) => o.production)).toEqual(
      [1200, 1200],
    );
    expect(observations([rep({})], { length: 3, peerMonths: 6 })).toHaveLength(11);
  });

  test("count only what a rep served in full", () => {
    expect(observations([rep({ left: 30 })], { length: 12, peerMonths: 6 })).toHaveLength(1);
    expect(observations([rep({ hired: 13 })], { length: 12, peerMonths: 6 })).toHaveLength(1);
    expect(observations([rep({ hired: 30 })], { length: 12, peerMonths: 6 })).toHaveLength(0);
  });

  test("a rep of three months leans on peers two to one", () => {
    const old = rep({ repId: "old" });
    const fresh = rep({
      repId: "new",
      hired: 33,
      monthly: [...Array<number>(33).fill(0), 400, 400, 400],
    });
    const standing = standings([old, fresh], 36, yearly)(fresh);
    // peers' mean over 12 + 3 months is (1200 + 1200) / 15 = 160; (3·400 + 6·160) / 9 = 240
    expect(standing.history).toBeCloseTo(12 * 240, 9);
    expect(standing.months).toBe(3);
    expect(standing.tenure).toBe(0.25);
  });
});

describe("production", () => {
  const model = productionModel(observations(salesForce(40, 60), yearly), 12);
  const force = salesForce(40, 60);
  const production = model?.predict(standings(force, 60, yearly)(force[0] as RepHistory));

  test("odds are a half at the mean and a tenth at the upper end of the 80 % range", () => {
    if (!production) throw new Error("missing model");
    expect(attainmentProbability(production, production.mean)).toBeCloseTo(0.5, 6);
    const { upper } = productionRange(production, 0.8);
    expect(attainmentProbability(production, upper)).toBeCloseTo(0.1, 6);
  });

  test("the 80 % range holds about four in five reps of the year after", () => {
    let inside = 0;
    let count = 0;
    for (const seed of [1, 2, 3, 4, 5]) {
      const all = salesForce(40, 60, seed);
      const before = all.map((one) => ({ ...one, monthly: one.monthly.slice(0, 48) }));
      const known = before.filter((one) => (one.hired ?? 0) < 48);
      const fitted = productionModel(observations(known, yearly), 12);
      const standingOf = standings(known, 48, yearly);
      for (const one of known) {
        if (!fitted) throw new Error("missing model");
        const range = productionRange(fitted.predict(standingOf(one)), 0.8);
        const actual = all.find((r) => r.repId === one.repId)?.monthly.slice(48) ?? [];
        const total = actual.reduce((a, b) => a + b, 0);
        inside += total >= range.lower && total <= range.upper ? 1 : 0;
        count++;
      }
    }
    // binomial with n near 190: two standard errors are six points
    expect(inside / count).toBeGreaterThan(0.74);
    expect(inside / count).toBeLessThan(0.92);
  });

  test("too few observations give no model", () => {
    expect(productionModel([], 12)).toBeNull();
    expect(productionModel(observations(salesForce(2, 30), yearly), 12)).toBeNull();
  });
});

describe("potential", () => {
  test("is what accounts of the segment buy, summed over the owner's", () => {
    const draw = uniforms(4);
    const accounts = Array.from({ length: 400 }, (_, index) => ({
      ownerId: index % 2 === 0 ? "small" : "large",
      segment: index % 2 === 0 ? "SMB" : "Enterprise",
      employees: index % 2 === 0 ? 50 : 5000,
      bookings: (index % 2 === 0 ? 1000 : 9000) * 2 * draw(),
    }));
    const owned = patches(accounts);
    expect(owned.get("small")?.accounts).toBe(200);
    expect((owned.get("large")?.potential ?? 0) / 200).toBeGreaterThan(8000);
    expect((owned.get("small")?.potential ?? 0) / 200).toBeLessThan(2000);
  });

  test("accounts without owner, segment or size give no error", () => {
    const bare = { ownerId: null, segment: null, employees: null, bookings: 0 };
    expect(patches([bare, { ...bare, ownerId: "a" }]).get("a")).toEqual({
      accounts: 1,
      potential: 0,
    });
    expect(patches([]).size).toBe(0);
  });
});

describe("spread", () => {
  test("rounds by largest remainder and leaves the rest on the largest", () => {
    // 1,005 over 1:2:3 in tens: 100 tens as 16.7, 33.3, 50 give 17, 33, 50, and 5 is left
    expect(allocateRounded(1005, [1, 2, 3], 10)).toEqual([170, 330, 505]);
    expect(allocateRounded(7, [0, 0], 10)).toEqual([7, 0]);
    expect(allocateRounded(7, [], 10)).toEqual([]);
  });

  test("rounds to at most a hundredth of a quota", () => {
    expect(roundingUnit(50_000_000_00, 50, 2)).toBe(1_000_00);
    expect(roundingUnit(200_000_00, 20, 2)).toBe(100_00);
    expect(roundingUnit(0, 20, 2)).toBe(1);
    expect(roundingUnit(100_000_000, 2, 0)).toBe(1000);
  });

  test("quarters follow the years given, or are even", () => {
    expect(
      quarterShares([
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ]),
    ).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(quarterShares([])).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(quarterShares([[-1, 2, 3, 4]])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
