import { describe, expect, test } from "vitest";
import { independent } from "../../src/winning/cell.ts";
import { designOf } from "../../src/winning/design.ts";
import {
  correctedYields,
  type EffortSums,
  wholeEffort,
  yieldOf,
} from "../../src/winning/effort.ts";
import { known } from "../../src/winning/known.ts";
import { namable } from "../../src/winning/naming.ts";
import { meanOf, velocity } from "../../src/winning/pace.ts";
import { uniforms } from "../quota/sales-force.ts";

describe("known", () => {
  const cell = (value: string, won: number, lost: number) => ({
    dimension: "product",
    value,
    won,
    lost,
  });

  test("a field that only won deals have can't be compared", () => {
    expect(known("product", [cell("a", 40, 20), cell("unassigned", 2, 60)])).toMatchObject({
      unknownWon: 2 / 42,
      unknownLost: 0.75,
      values: 1,
      isComparable: false,
    });
  });

  test("a field that is missing as often for won as for lost deals can", () => {
    const facts = known("product", [
      cell("a", 40, 80),
      cell("b", 50, 90),
      cell("unassigned", 10, 19),
    ]);
    expect(facts).toMatchObject({ values: 2, isComparable: true });
  });
});

describe("namable", () => {
  const values = [
    { value: "x", probability: 0.001 },
    { value: "y", probability: 0.03 },
  ];

  test("names a value only in a dimension that makes a difference", () => {
    const found = namable([
      { dimension: "a", probability: 0.001, values },
      { dimension: "b", probability: 0.2, values },
    ]);
    // gate 0.001 × 2, then x 0.001 × 2 and y 0.03 × 1; dimension b stays at its gate
    expect(found.get('["a","x"]')).toBeCloseTo(0.002, 12);
    expect(found.get('["a","y"]')).toBeCloseTo(0.03, 12);
    expect(found.get('["b","x"]')).toBeCloseTo(0.2, 12);
  });
});

describe("designOf", () => {
  const patterns = [
    { values: { a: "x", b: "one" }, won: 5, lost: 5 },
    { values: { a: "y", b: "one" }, won: 5, lost: 5 },
    { values: { a: "rare", b: "one" }, won: 1, lost: 0 },
    { values: { a: "odd", b: "one" }, won: 0, lost: 1 },
  ];

  test("gives each frequent value a column, the rare ones one together, a lone value none", () => {
    const design = designOf(patterns, { dimensions: ["a", "b"], minCell: 5 });
    expect(design.columns.map(({ value, trials }) => [value, trials])).toEqual([
      ["x", 10],
      ["y", 10],
      [null, 2],
    ]);
    expect(design.dimensions).toEqual(["a"]);
    expect(design.rows.map(({ columns }) => columns)).toEqual([[0], [1], [2], [2]]);
  });
});

interface Deal {
  readonly account: number;
  readonly part: string;
  readonly value: number;
  readonly effort: number;
}

/** The sums that the mart makes, and the influence of each account written out. */
function sumsOf(deals: readonly Deal[], part: string): EffortSums {
  const accounts = [...new Set(deals.map(({ account }) => account))];
  const of = (account: number, within: (deal: Deal) => boolean, name: "value" | "effort") =>
    deals
      .filter((deal) => deal.account === account && within(deal))
      .reduce((total, deal) => total + deal[name], 0);
  const rows = accounts.map((account) => ({
    v: of(account, (deal) => deal.part === part, "value"),
    e: of(account, (deal) => deal.part === part, "effort"),
    V: of(account, () => true, "value"),
    E: of(account, () => true, "effort"),
  }));
  const sum = (term: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + term(row), 0);
  return {
    value: sum(({ v }) => v),
    effort: sum(({ e }) => e),
    vv: sum(({ v }) => v * v),
    ve: sum(({ v, e }) => v * e),
    ee: sum(({ e }) => e * e),
    vV: sum(({ v, V }) => v * V),
    vE: sum(({ v, E }) => v * E),
    eV: sum(({ e, V }) => e * V),
    eE: sum(({ e, E }) => e * E),
  };
}

/** Deals of accounts in two parts; those of part a are worth `worth` times as much. */
function company(accounts: number, worth: number, seed: number): Deal[] {
  const draw = uniforms(seed);
  return Array.from({ length: accounts * 3 }, (_, index) => {
    const account = index % accounts;
    const part = draw() < 0.4 ? "a" : "b";
    const effort = 1 + Math.floor(draw() * 9);
    const isWon = draw() < 0.4;
    return {
      account,
      part,
      effort,
      value: isWon ? (part === "a" ? worth : 1) * (1 + draw() * 9) : 0,
    };
  });
}

describe("yieldOf", () => {
  test("is the share of value over the share of effort", () => {
    const deals = [
      { account: 1, part: "a", value: 60, effort: 10 },
      { account: 2, part: "b", value: 40, effort: 30 },
    ];
    const [a, b] = [sumsOf(deals, "a"), sumsOf(deals, "b")];
    expect(yieldOf(a, wholeEffort([a, b]))).toMatchObject({
      valueShare: 0.6,
      effortShare: 0.25,
      index: 2.4,
    });
  });

  test("its interval is that of drawing the accounts anew", () => {
    const deals = company(150, 2, 3);
    const [a, b] = [sumsOf(deals, "a"), sumsOf(deals, "b")];
    const found = yieldOf(a, wholeEffort([a, b]));
    const spread =
      Math.log((found?.interval?.upper ?? 0) / (found?.interval?.lower ?? 1)) / (2 * 1.96);
    const draw = uniforms(9);
    const logs = Array.from({ length: 600 }, () => {
      const drawn = Array.from({ length: 150 }, () => Math.floor(draw() * 150));
      const again = drawn.flatMap((account) => deals.filter((deal) => deal.account === account));
      const total = (name: "value" | "effort", part?: string) =>
        again
          .filter((deal) => part === undefined || deal.part === part)
          .reduce((sum, deal) => sum + deal[name], 0);
      return Math.log(
        total("value", "a") / total("value") / (total("effort", "a") / total("effort")),
      );
    });
    const mean = logs.reduce((x, y) => x + y, 0) / logs.length;
    const bootstrap = Math.sqrt(logs.reduce((x, y) => x + (y - mean) ** 2, 0) / logs.length);
    // 600 draws tell a spread to within about 3 % (one standard error)
    expect(spread / bootstrap).toBeGreaterThan(0.88);
    expect(spread / bootstrap).toBeLessThan(1.12);
  });

  test("finds what is planted, and holds 1 in 19 of 20 companies where nothing is", () => {
    const planted = company(400, 2, 4);
    const parts = ["a", "b"].map((part) => sumsOf(planted, part));
    const yields = parts.map((part) => yieldOf(part, wholeEffort(parts)));
    expect(yields[0]?.interval?.lower).toBeGreaterThan(1.1);
    expect(correctedYields(yields).every((p) => p !== null && p < 0.01)).toBe(true);
    const covered = Array.from({ length: 100 }, (_, seed) => {
      const even = ["a", "b"].map((part) => sumsOf(company(150, 1, 50 + seed), part));
      const interval = even[0] && yieldOf(even[0], wholeEffort(even))?.interval;
      return interval ? interval.lower <= 1 && interval.upper >= 1 : false;
    });
    // 95 of 100, two standard errors less
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(90);
  });

  test("where nothing was won, or no effort is known, there is nothing to test", () => {
    const deals = [
      { account: 1, part: "a", value: 0, effort: 10 },
      { account: 2, part: "b", value: 40, effort: 30 },
      { account: 3, part: "c", value: 40, effort: 0 },
    ];
    const parts = ["a", "b", "c"].map((part) => sumsOf(deals, part));
    const yields = parts.map((part) => yieldOf(part, wholeEffort(parts)));
    expect(yields[0]).toMatchObject({ index: 0, interval: null, probability: null });
    expect(yields[2]).toBeNull();
    expect(correctedYields(yields).map((p) => p === null)).toEqual([true, false, true]);
  });

  test("one part that is the whole is as the whole, without a spread", () => {
    const all = sumsOf(
      company(30, 1, 2).map((deal) => ({ ...deal, part: "a" })),
      "a",
    );
    expect(yieldOf(all, wholeEffort([all]))).toMatchObject({ index: 1, probability: 1 });
  });
});

describe("pace", () => {
  test("velocity is open deals × size × rate ÷ days", () => {
    // formulas.md: 40 × 25,000 × 0.25 / 90 = 2,777 a day
    const size = { mean: 25_000, interval: null };
    expect(velocity(40, size, 0.25, { mean: 90, interval: null })).toBeCloseTo(2777.78, 2);
    expect(velocity(40, null, 0.25, { mean: 90, interval: null })).toBeNull();
    expect(velocity(40, size, 0.25, { mean: 0, interval: null })).toBeNull();
  });

  test("a mean of nothing is missing, of one deal without a range", () => {
    expect(meanOf({ count: 0, sum: 0, squares: 0, cubes: 0 })).toBeNull();
    expect(meanOf({ count: 1, sum: 4, squares: 16, cubes: 64 })).toEqual({
      mean: 4,
      interval: null,
    });
  });
});

test("deals of one account that end alike count as fewer, at the same rate", () => {
  expect(independent({ value: "x", won: 30, lost: 10 }, 2)).toEqual({
    value: "x",
    won: 15,
    lost: 5,
  });
});
