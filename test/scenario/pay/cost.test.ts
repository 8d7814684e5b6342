import { describe, expect, test } from "vitest";
import { drawnYears } from "../../../src/quota/draws.ts";
import { parseScenario } from "../../../src/scenario/parse.ts";
import type { PayBase } from "../../../src/scenario/pay/base.ts";
import { type PayOf, payCostOf } from "../../../src/scenario/pay/cost.ts";
import { planOf } from "../../../src/scenario/plan.ts";
import { resolveScenario } from "../../../src/scenario/resolve.ts";
import type { ScenarioEntry } from "../../../src/scenario/schema.ts";
import { planBase } from "../base.ts";
import { flatPlan, payBase, targetPlan, terms } from "./base.ts";

const base = planBase(12);
const { common } = base.year.uncertainty;
const costs = (pay: PayBase, scenario: ScenarioEntry = {}) => {
  const plan = planOf(base, scenario);
  const rows = payCostOf({ base, pay }, scenario, plan);
  return { plan, of: (level: PayOf["level"], id: string) => find(rows, level, id), rows };
};
const find = (rows: readonly PayOf[], level: PayOf["level"], id: string) => {
  const row = rows.find((one) => one.level === level && one.id === id);
  if (!row) throw new Error(`nobody is paid: ${level} ${id}`);
  return row;
};
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("payCostOf", () => {
  test("a share of every deal costs that share of expected bookings", () => {
    const { plan, of } = costs(payBase(base, flatPlan));
    const booked = sum(plan.reps.map(({ production }) => production.mean));
    expect(of("company", "Acme").expected / booked).toBeCloseTo(0.1, 2);
    for (const { repId, production } of plan.reps)
      expect(of("rep", repId).expected / production.mean).toBeCloseTo(0.1, 2);
  });

  test("target pay is priced as a formula prices each drawn year", () => {
    const { plan, of } = costs(payBase(base, targetPlan));
    const target = terms.onTargetEarnings * terms.variableShare;
    for (const { repId, production, quota } of plan.reps) {
      const years = [...drawnYears({ repId, production, common })].map((booked) => booked / quota);
      const paid = years.map((at) => target * (Math.min(at, 1) + 2 * Math.max(at - 1, 0)));
      // ten levels stand for a thousand years: kinks within a level cost a little
      expect(of("rep", repId).expected / (sum(paid) / paid.length)).toBeCloseTo(1, 1);
      expect(of("rep", repId).lower).toBeLessThan(of("rep", repId).expected);
      expect(of("rep", repId).upper).toBeGreaterThan(of("rep", repId).expected);
    }
  });

  test("levels sum: the company's is that of its teams, and of its people", () => {
    const { rows, of } = costs(payBase(base, targetPlan));
    for (const level of ["region", "team", "rep"] as const) {
      const parts = rows.filter((row) => row.level === level);
      const off = sum(parts.map(({ expected }) => expected)) - of("company", "Acme").expected;
      // each is rounded to the cent
      expect(Math.abs(off)).toBeLessThanOrEqual(parts.length);
      expect(sum(parts.map(({ people }) => people))).toBe(12);
    }
  });

  test("what moves all together makes the company's range wider than luck alone would", () => {
    const alone = {
      ...base,
      year: { ...base.year, uncertainty: { ...base.year.uncertainty, common: 0 } },
    };
    const width = ({ lower, upper, expected }: PayOf) => (upper - lower) / expected;
    const pay = payBase(base, flatPlan);
    const apart = payCostOf({ base: alone, pay }, {}, planOf(alone, {}));
    expect(width(costs(pay).of("company", "Acme"))).toBeGreaterThan(
      width(find(apart, "company", "Acme")),
    );
  });

  test("a manager's pay follows the team, at its attainment", () => {
    const manager = {
      ...terms,
      repId: "boss",
      plan: "Target",
      teamId: "Team 0",
      regionId: "North",
      follows: { level: "team" as const, id: "Team 0" },
    };
    const { plan, of } = costs(payBase(base, targetPlan, [manager]));
    const members = plan.reps.filter(({ teamId }) => teamId === "Team 0");
    const quota = sum(members.map((rep) => rep.quota));
    const drawn = members.map(({ repId, production }) => drawnYears({ repId, production, common }));
    const target = terms.onTargetEarnings * terms.variableShare;
    const paid = [...(drawn[0] ?? [])].map((_, draw) => {
      const at = sum(drawn.map((years) => years[draw] as number)) / quota;
      return target * (Math.min(at, 1) + 2 * Math.max(at - 1, 0));
    });
    expect(of("rep", "boss").expected / (sum(paid) / paid.length)).toBeCloseTo(1, 1);
    expect(of("team", "Team 0").people).toBe(members.length + 1);
  });

  test("somebody hired comes under the plan of the role, for the months that are left", () => {
    const hires = [{ month: "2027-08", team: "Team 1", role: "account_executive", count: 1 }];
    const { plan, of, rows } = costs(payBase(base, targetPlan), { hires });
    const hire = plan.reps.find(({ isHire }) => isHire);
    if (!hire) throw new Error("nobody is hired");
    // half a year at target pay, more or less, were it not for the ramp, which the quota knows of
    const pay = of("rep", hire.repId).expected / (terms.onTargetEarnings * terms.variableShare);
    expect(pay).toBeGreaterThan(0.35);
    expect(pay).toBeLessThan(0.9);
    expect(rows.filter(({ level }) => level === "rep")).toHaveLength(13);
  });

  test("what a scenario says of a plan is laid over it, what it extends first", () => {
    const pay = payBase(base, targetPlan);
    const scenarios = [
      parseScenario("pay: { Target: { variable_share: 1 } }", "more", "more.yaml"),
      parseScenario(
        "extends: more\npay: { Target: { components: { Deals: { caps: { attainment: 1 } } } } }",
        "capped",
        "capped.yaml",
      ),
    ];
    const usual = costs(pay).of("company", "Acme").expected;
    const more = costs(pay, resolveScenario("more", scenarios)).of("company", "Acme").expected;
    const capped = costs(pay, resolveScenario("capped", scenarios)).of("company", "Acme");
    expect(more / usual).toBeCloseTo(2, 6);
    expect(capped.expected).toBeLessThan(more);
    // nobody's pay goes beyond the target
    expect(capped.upper).toBeLessThanOrEqual(12 * terms.onTargetEarnings);
  });

  test("a rate of another rule replaces the rate as a whole", () => {
    const rate = { rule: "flat", rate: 0.05 };
    const scenario = { pay: { Target: { components: { Deals: { rate } } } } };
    const { plan, of } = costs(payBase(base, targetPlan), scenario);
    const booked = sum(plan.reps.map(({ production }) => production.mean));
    expect(of("company", "Acme").expected / booked).toBeCloseTo(0.05, 2);
  });
});

describe("what a scenario can't say of a plan names its line", () => {
  const priced = (text: string) => {
    const scenario = parseScenario(text, "x", "plans/scenarios/x.yaml");
    return () =>
      payCostOf(
        { base, pay: payBase(base, targetPlan) },
        scenario.entry,
        planOf(base, scenario.entry),
        [scenario],
      );
  };
  const file = "plans/scenarios/x.yaml";

  test.each([
    [
      "a plan that isn't there",
      "pay:\n  Targets:\n    pays: year\n",
      "unknown compensation plan: Targets",
      2,
    ],
    [
      "a component that isn't there",
      "pay:\n  Target:\n    components:\n      Deal: { threshold: 0.5 }\n",
      "unknown component: Deal",
      4,
    ],
    ["a key that no plan has", "pay:\n  Target:\n    pay: year\n", "unknown key: pay", 3],
    [
      "tiers that don't rise",
      "pay:\n  Target:\n    components:\n      Deals:\n        rate:\n          tiers:\n            - { from: 0, times: 1 }\n            - { from: 0, times: 2 }\n",
      "tiers not rising: 0 after 0",
      8,
    ],
  ])("%s", (_, text, message, line) => {
    expect(priced(text)).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ message, place: { file, line } })],
      }),
    );
  });
});
