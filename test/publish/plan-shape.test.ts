import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planShape } from "../../pipelines/publish/plan-shape.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";

const plan = `# Ann and Bob earn 271828 between them
plan: Sales
covers: { roles: [seller], people: [P314159], except: [P161803] }
effective_from: 2026-01-01
on_target_earnings: 271828
variable_share: 0.57721
exchange_rates: { EUR: 1.6449 }
draw: { kind: recoverable, amount: 3141.59 }
caps: { year: 577215 }
components:
  - name: New business
    where: { types: [new] }
    target_pay: 60000
    quota: 1618033
    rate: { rule: marginal, tiers: [{ from: 0, times: 1 }, { from: 1.1, times: 1.7 }] }
    caps: { attainment: 2, year: 123456 }
    gates: [{ component: Renewals, at_least: 0.5 }, { component: Margin, at_least: 0.4 }]
  - name: Renewals
    target_pay: 20000
    rate: target
  - { name: Margin, measure: margin, quota: 424242, rate: 0.0737 }
  - { name: Large deals, where: { min_amount: 141421 }, target_pay: 5000, rate: target }
  - name: SPIF
    quota: none
    where: { from: 2026-02-01, until: 2026-03-31 }
    rate: 0.0173
    budget: { amount: 271827 }
`;

describe("the shape of a plan", () => {
  const shape = planShape(plan);
  const text = shape?.text ?? "";

  test("holds no amount, quota, rate of money, name or comment that was planted in it", () => {
    const planted = [
      ...["271828", "0.57721", "1.6449", "3141", "577215", "60000", "1618033", "123456"],
      ...["20000", "424242", "0.0737", "141421", "5000", "0.0173", "271827"],
      ...["P314159", "P161803", "Ann", "Bob"],
    ];
    for (const one of planted) expect(text).not.toContain(one);
    expect(text).not.toMatch(/on_target|variable_share|quota:|draw:|budget:/);
  });

  test("tells tiers, gates and caps by attainment, and target pay as shares of the whole", () => {
    const terms = parsePlan(text, "shape.yaml", { currency: "USD", fiscalYearStarts: 1 });
    const told = terms.components.map(({ name, target, gates, caps }) => [
      name,
      target?.of === "variable_pay" ? target.share.valueOf() : null,
      gates.map(({ component }) => component),
      caps.attainment?.valueOf() ?? null,
    ]);
    expect(told).toEqual([
      ["New business", 0.75, ["Renewals"], 2],
      ["Renewals", 0.25, [], null],
    ]);
  });

  test("says what it leaves out", () => {
    expect(shape?.leftOut).toEqual([
      "the component “Margin”",
      "the component “Large deals”",
      "the component “SPIF”",
      "caps in money",
      "the draw",
    ]);
  });

  test("is none where all rates are of money", () => {
    expect(
      planShape(
        "plan: P\neffective_from: 2026-01-01\ncomponents: [{name: A, quota: none, rate: 0.1}]",
      ),
    ).toBeNull();
  });

  test("is a plan that the reader reads, of every plan of the sample that has one", () => {
    const folder = "data/sample/plans/compensation";
    const shapes = readdirSync(folder)
      .map((file) => planShape(readFileSync(`${folder}/${file}`, "utf8")))
      .filter((one) => one !== null);
    expect(shapes.length).toBeGreaterThan(9);
    for (const one of shapes) {
      const read = () =>
        parsePlan(one.text, "shape.yaml", { currency: "USD", fiscalYearStarts: 2 });
      expect(read).not.toThrow();
      // beside dates, no number of four digits and nobody's id
      expect(one.text.replaceAll(/\d{4}-\d\d-\d\d/g, "")).not.toMatch(/\d{4}|P\d{3}/);
    }
  });
});
