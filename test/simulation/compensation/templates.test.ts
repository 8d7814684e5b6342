import { readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { priceFile } from "../../../pipelines/price.ts";
import { type Credit, creditRoles } from "../../../src/compensation/credit/credit.ts";
import { measures } from "../../../src/compensation/credit/measure.ts";
import { planSchema } from "../../../src/compensation/plan/schema.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import { simulateFiles } from "../company.ts";
import { deal, paid, planOf } from "./pay.ts";

const folder = "docs/compensation";
const files = simulateFiles();
const text = (name: string) => files.text(`${folder}/${name}.yaml`);
const names = files.paths
  .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".yaml"))
  .map((path) => path.slice(folder.length + 1, -".yaml".length));
const plans = new Map(names.map((name) => [name, planOf(text(name), name)]));

const several = (count: number, date: string, dollars: number, parts: Partial<Credit>) =>
  Array.from({ length: count }, () => deal(date, dollars, parts));

// quota 1,000,000 a year and 250,000 a quarter; see pay.ts
const worked: readonly (readonly [string, readonly Credit[], number])[] = [
  [
    "account_executive",
    [
      deal("2027-02-10", 100_000, { product: "Analytics" }),
      deal("2027-03-01", 700_000),
      deal("2027-06-01", 500_000),
      deal("2027-06-02", 300_000),
    ],
    // target pay 100,000, so 0.1: 10,000 and as SPIF 3,000; 70,000; 200,000 × 0.1 + 200,000 × 0.15
    // + 100,000 × 0.2 = 70,000; 300,000 × 0.2 = 60,000
    213_000,
  ],
  [
    "account_manager",
    [
      deal("2027-04-06", 700_000, { type: "renewal" }),
      deal("2027-05-22", 200_000, { type: "expansion", product: "Analytics" }),
      deal("2027-06-12", 300_000, { type: "renewal" }),
    ],
    // target pay 68,000, so 0.068: 68,000 to quota, then 200,000 × 0.068 × 1.5 as 120 % is beyond
    // 110 %; times 1.1 as renewals are all of quota: 97,240; and 200,000 × 0.02
    101_240,
  ],
  [
    "sales_engineer",
    [
      deal("2027-03-01", 1_100_000, { role: "team" }),
      ...several(12, "2027-03-02", 50_000, { role: "overlay" }),
    ],
    // target pay 36,000 × 1.2, a fifth of the way from 1 at 100 % to 2 at 150 %; 10 × 250 + 2 × 400;
    // 600,000 × 0.002
    43_200 + 3_300 + 1_200,
  ],
  [
    "manager",
    [deal("2027-03-01", 300_000, { role: "team" }), deal("2027-06-01", 140_000, { role: "team" })],
    // a quarter's target pay is 28,000: 0.9 × 28,000 / 250,000 × 1.25 of 300,000, which are 120 %;
    // the bonus is capped; 140,000 are 56 %
    37_800 + 2_800,
  ],
  [
    "development_rep",
    [
      ...several(2, "2027-03-01", 100_000, { role: "overlay" }),
      ...several(2, "2027-03-02", 99_999, { role: "overlay" }),
    ],
    // two that count as two and two that count as one are six of five: 500 for each of the four
    2_000,
  ],
];

describe("the templates", () => {
  it("are all priced below", () => {
    expect(worked.map(([name]) => name).sort()).toEqual([...names].sort());
  });

  test.each(worked)("%s pays what its rules come to by hand", (name, credits, dollars) => {
    const plan = plans.get(name);
    expect(plan && paid(plan, credits)).toBe(dollars * 100);
  });

  it("show every rule of a rate", () => {
    const rules = [...plans.values()].flatMap(({ components }) =>
      components.map(({ rule }) => rule.rule),
    );
    expect([...new Set(rules)].sort()).toEqual([
      "cliff",
      "curve",
      "flat",
      "marginal",
      "overage",
      "slab",
    ]);
  });

  it("have a comment beside every key where it first stands", () => {
    for (const name of names) {
      const seen = new Set<string>();
      for (const line of text(name).split("\n")) {
        const key = /^ *(?:- )?([a-z_]+):/.exec(line)?.[1];
        if (key === undefined || seen.has(key)) continue;
        seen.add(key);
        expect(line, name).toContain(" # ");
      }
      expect(seen).toContain("components");
    }
  });

  it("hold from the next fiscal year on, so that a copy overlaps no plan there is", () => {
    for (const plan of plans.values()) {
      expect([plan.effectiveFrom, plan.effectiveUntil]).toEqual(["2027-02-01", "2028-01-31"]);
    }
  });

  it("offer managers an override that works once its # are gone", () => {
    const plan = planOf(text("manager").replaceAll(/^ {2}# (?=- name| {2})/gm, "  "), "manager");
    expect(plan.components.map(({ name }) => name)).toContain("Override");
    // 0.03 of 50,000 that a rep was paid
    expect(paid(plan, [deal("2027-03-01", 50_000, { role: "manager" })])).toBe(150_000);
  });
});

describe("what goes with the templates", () => {
  const readme = files.text(`${folder}/README.md`);

  it("names every key of a plan, every measure and every kind of credit", () => {
    const { shape } = planSchema;
    const keys = [...Object.keys(shape), ...Object.keys(shape.components.element.shape)];
    const unnamed = [...keys, ...measures, ...creditRoles].filter(
      (one) => !readme.includes(`\`${one}\``),
    );
    expect(unnamed).toEqual([]);
  });

  it("names every file beside it", () => {
    const others = files.paths
      .filter((path) => path.startsWith(`${folder}/`) && !path.endsWith("README.md"))
      .map((path) => path.slice(folder.length + 1));
    expect(others.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("lists deals that every template prices", async () => {
    const place = `data/sample/${folder}`;
    for (const file of readdirSync(place).filter((name) => name.endsWith(".yaml"))) {
      const { lines } = await priceFile(`${place}/${file}`, `${place}/credits.csv`, "1000000");
      expect(lines.length).toBeGreaterThan(0);
    }
    const { statements } = await priceFile(
      `${place}/account_executive.yaml`,
      `${place}/credits.csv`,
      "1000000",
    );
    const totals = [...grouped(statements, ({ repId }) => repId)].map(([repId, own]) => [
      repId,
      own.reduce((sum, { earned }) => sum + earned, 0),
    ]);
    expect(totals).toEqual([
      // at 0.1: 40,000 + 10,000 + 6,000 (half of 12,000, the rest unpaid) + 38,000, and 120,000 at
      // 0.15 beyond quota; 3 % of D2
      ["ann", 11_500_000],
      // half of 8,000; 15,000 and back
      ["bob", 400_000],
      // half of 20,000: renewals aren't an executive's
      ["cleo", 1_000_000],
    ]);
  });
});
