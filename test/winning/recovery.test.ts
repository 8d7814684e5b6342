import { describe, expect, test } from "vitest";
import { adjustedRates } from "../../src/winning/adjusted.ts";
import { cellKey } from "../../src/winning/cell.ts";
import { differences } from "../../src/winning/rate.ts";
import { idle, type SimulatedDeals, simulatedDeals } from "./deals.ts";

const named = (probabilities: ReadonlyMap<string, number>) =>
  [...probabilities].filter(([, p]) => p < 0.05).map(([key]) => JSON.parse(key).join(" "));

const adjustedOf = ({ patterns }: SimulatedDeals) =>
  adjustedRates(patterns, { dimensions: Object.keys(patterns[0]?.values ?? {}), minCell: 5 });

const adjustedNames = (deals: SimulatedDeals) =>
  named(new Map([...adjustedOf(deals)].map(([key, { probability }]) => [key, probability])));

describe("where winning depends on the lead source alone", () => {
  const planted = { referral: 0.7, web: 0, events: 0, outbound: -0.4 };
  const deals = simulatedDeals(
    { source: planted, segment: idle("segment", 3), industry: idle("industry", 8) },
    { count: 6000, seed: 6 },
  );

  test("the sources that differ are named, and nothing of any other dimension", () => {
    const found = named(differences(deals.cells, deals));
    expect(found).toContain("source referral");
    expect(found).toContain("source outbound");
    expect(found.filter((name) => !name.startsWith("source"))).toEqual([]);
  });

  test("odds ratios hold what was planted", () => {
    // against the others: 0.7 − (0 + 0 − 0.4) / 3 in log-odds, sources being equally frequent
    const effect = adjustedOf(deals).get(cellKey({ dimension: "source", value: "referral" }));
    const truth = Math.exp(0.7 + 0.4 / 3);
    expect(effect?.oddsInterval.lower).toBeLessThan(truth);
    expect(effect?.oddsInterval.upper).toBeGreaterThan(truth);
    expect(effect?.isSeparable).toBe(true);
    expect(adjustedNames(deals)).toContain("source referral");
  });

  test("the adjusted rate is what all deals would win with that source", () => {
    const effect = adjustedOf(deals).get(cellKey({ dimension: "source", value: "referral" }));
    const truth = 1 / (1 + Math.exp(-(-1 + 0.7)));
    expect(effect?.rateInterval.lower).toBeLessThan(truth);
    expect(effect?.rateInterval.upper).toBeGreaterThan(truth);
    expect(Math.abs((effect?.rate ?? 0) - truth)).toBeLessThan(0.04);
  });
});

describe("where an industry is sold to mostly in one segment", () => {
  const effects = {
    segment: { large: -0.6, middle: 0, small: 0.6 },
    industry: { energy: 0, retail: 0, health: 0 },
  };
  const follows = { dimension: "industry", of: "segment", share: 0.6 };
  const deals = simulatedDeals(effects, { count: 8000, seed: 7, follows });

  test("both seem to differ, and only the segment does with all else alike", () => {
    const raw = named(differences(deals.cells, deals));
    expect(raw).toEqual(expect.arrayContaining(["segment large", "segment small"]));
    expect(raw).toEqual(expect.arrayContaining(["industry energy", "industry health"]));
    const adjusted = adjustedNames(deals);
    expect(adjusted).toEqual(expect.arrayContaining(["segment large", "segment small"]));
    expect(adjusted.filter((name) => name.startsWith("industry"))).toEqual([]);
  });

  test("an industry that is its segment can't be told apart from it", () => {
    const same = simulatedDeals(effects, {
      count: 8000,
      seed: 8,
      follows: { ...follows, share: 1 },
    });
    const found = [...adjustedOf(same).values()];
    expect(found.map(({ isSeparable }) => isSeparable)).toEqual(found.map(() => false));
    expect(adjustedNames(same)).toEqual([]);
  });
});

test("where nothing makes a difference, few pages of many name anything", () => {
  const none = {
    segment: idle("segment", 3),
    industry: idle("industry", 9),
    source: idle("source", 7),
    size: idle("size", 5),
    region: idle("region", 3),
  };
  const pages = Array.from({ length: 40 }, (_, index) =>
    simulatedDeals(none, { count: 1500, seed: 100 + index }),
  );
  const raw = pages.filter((deals) => named(differences(deals.cells, deals)).length > 0);
  const adjusted = pages.filter((deals) => adjustedNames(deals).length > 0);
  // 5 % of 40 is 2; more than 5 has a chance of 1.4 %
  expect(raw.length).toBeLessThanOrEqual(5);
  expect(adjusted.length).toBeLessThanOrEqual(5);
});

test("with few deals, or one dimension that varies, there is no model", () => {
  const few = simulatedDeals(
    { segment: idle("s", 2), source: idle("l", 2) },
    { count: 40, seed: 1 },
  );
  expect(adjustedOf(few).size).toBe(0);
  const one = simulatedDeals(
    { segment: idle("s", 3), source: { web: 0 } },
    { count: 900, seed: 1 },
  );
  expect(adjustedOf(one).size).toBe(0);
});
