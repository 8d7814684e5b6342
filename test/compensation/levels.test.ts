import { beforeAll, describe, expect, test } from "vitest";
import { compensate, settle } from "../../pipelines/compensate.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { readOwnMetrics } from "../../src/metrics/own.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, lost, withDeals, won } from "../workspaces/small.ts";
import { writeFiles } from "../workspaces/write.ts";
import { creditOf, onePlan, planMistakes } from "./plan.ts";

// pay by a level, such as what was retained: its value over the level that is aimed at, no sum of deals

/** A quarter of a year's 40,000: 10,000. */
const quarterly = "target_pay: 40000, period: quarter";
const curve =
  "rate: {rule: curve, points: [{at: 0.9, pays: 0.5}, {at: 1, pays: 1}, {at: 1.1, pays: 1.5}]}";

describe("a level", () => {
  const pays = (component: string, level: number) => {
    const credit = creditOf(0, { date: "2026-03-31", creditCents: level, levelOf: "Sales" });
    const { lines } = pricePlan({ plan: onePlan(component), credits: [credit, creditOf(1e9)] });
    return lines.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100;
  };
  const retention = `measure: retention, quota: 0.95, ${quarterly}, ${curve}`;

  test.each([
    ["under the first point", 0.85, 0],
    ["at 90 % of the target", 0.855, 5000],
    ["at 95 %", 0.9025, 7500],
    ["at the target", 0.95, 10_000],
    ["at 104 %", 0.988, 12_000],
    ["beyond the last point", 1.2, 15_000],
  ])("pays by a curve %s", (_, level, expected) => {
    expect(pays(retention, level * 1_000_000)).toBeCloseTo(expected, 2);
  });

  test("of objectives is held against all of them unless the plan says otherwise", () => {
    expect(pays(`measure: objectives, ${quarterly}, rate: target`, 850_000)).toBe(8500);
    expect(pays(`measure: objectives, quota: 0.8, ${quarterly}, rate: target`, 800_000)).toBe(
      10_000,
    );
  });

  test("is paid in tiers of target pay, and isn't lowered for who is there for a part", () => {
    const tiers = "rate: {rule: slab, tiers: [{from: 0, times: 0.5}, {from: 1, times: 1}]}";
    const component = `measure: 'kpi:win_rate', quota: 0.4, ${quarterly}, ${tiers}`;
    expect(pays(component, 200_000)).toBe(2500);
    expect(pays(component, 400_000)).toBe(10_000);
    const people = [
      {
        repId: "ann",
        teams: [{ from: null, team: null }],
        from: "2026-03-02",
        until: null,
        leaves: [],
        hiredOn: null,
        pay: [],
      },
    ];
    const credit = creditOf(0, { date: "2026-03-31", creditCents: 400_000, levelOf: "Sales" });
    const { lines } = pricePlan({ plan: onePlan(component), credits: [credit], people });
    // target pay of 30 of 90 days, for the whole of the target
    expect(lines.map(({ amountCents }) => amountCents)).toEqual([333_333]);
  });
});

test("what is for sums of deals is refused of a level, with its line", () => {
  const text = `plan: P
effective_from: 2026-01-01
components:
  - name: Kept
    measure: retention
    rate: 0.1
    pool: { share_by: even }
  - name: Scored
    measure: objectives
    quota: { of: team }
    rate: target
    target_pay: 100
    where: { types: new }
`;
  expect(planMistakes(text)).toEqual([
    "missing target level: Kept\n  in plan.yaml, line 4\n  Give the level that is aimed at as quota: 0.95 for 95 %.",
    "rate of a level: retention\n  in plan.yaml, line 6\n  Pay a level by a curve, or by rates of target pay: target, or times.",
    "unsupported pool of a level: retention\n  in plan.yaml, line 7\n  Leave pool out: retention is a level at the end of a period, no sum of deals.",
    "missing target level: Scored\n  in plan.yaml, line 10\n  Give the level that is aimed at as quota: 0.95 for 95 %.",
    "unsupported where of a level: objectives\n  in plan.yaml, line 13\n  Leave where out: objectives is a level at the end of a period, no sum of deals.",
  ]);
});

describe("levels of a workspace", () => {
  const file = "plans/compensation/sales.yaml";
  const plan = (measure: string, quota: string) =>
    `plan: Sales\ncovers: { people: ann }\neffective_from: 2026-01-01\npays: quarter\ncomponents:\n  - name: All\n    measure: ${measure}\n    quota: ${quota}\n    target_pay: 40000\n    period: quarter\n    rate: target\n`;
  const objective = { rep_id: "ann", period: "FY26-Q1", weight: 60, score: 1 };
  const objectives = (...rows: readonly object[]) => ({
    "plans/objectives.csv": csv(...rows.map((row) => ({ ...objective, ...row }))),
  });
  const subscription = {
    account_id: "A1",
    opportunity_id: "",
    monthly_amount: 100,
    currency: "USD",
  };
  let loaded: Loaded;

  beforeAll(async () => {
    loaded = await load({
      ...withDeals(won("D1"), won("D2"), won("D3"), lost("D4")),
      "finance/subscriptions.csv": csv(
        { subscription_id: "S1", start: "2025-01-01", end: "2026-12-31", ...subscription },
        { subscription_id: "S2", start: "2025-01-01", end: "2026-02-28", ...subscription },
        {
          subscription_id: "S3",
          start: "2026-03-01",
          end: "",
          ...subscription,
          monthly_amount: 50,
        },
      ),
      [file]: plan("objectives", "1"),
      ...objectives(
        { objective: "Playbook" },
        { objective: "Two hires", weight: 40, score: 0.5 },
        { objective: "Playbook", period: "FY26-Q2", score: "" },
      ),
    });
    await metrics(loaded.run, readOwnMetrics(loaded.run.workspace.company.ownMetrics));
    await compensate(loaded.run);
  }, 60_000);

  const paid = async (text: string) => {
    writeFiles(loaded.folder, { [file]: text });
    await settle(loaded.run);
    return loaded.column(
      "select period_start || ' ' || paid_cents / 100 from commission_statement order by 1",
    );
  };

  test.each([
    // 60 % at 1 and 40 % at a half; the next quarter isn't scored yet
    ["objectives by their weights", "objectives", "1", ["2026-01-01 8000.0"]],
    // 150 of 200 a month; all of it in the next quarter
    [
      "net revenue retention of their accounts",
      "retention",
      "1",
      ["2026-01-01 7500.0", "2026-04-01 10000.0"],
    ],
    ["gross revenue retention", "kpi:grr", "1", ["2026-01-01 7500.0", "2026-04-01 10000.0"]],
    // three won of four, in the first quarter alone
    ["any KPI", "kpi:win_rate", "0.5", ["2026-01-01 15000.0"]],
    ["a KPI in money", "kpi:bookings", "6000", ["2026-01-01 5000.0"]],
  ])("pay %s at the end of a quarter", async (_, measure, quota, expected) => {
    expect(await paid(plan(measure, quota))).toEqual(expected);
  });

  test("of a KPI that isn't known name the one that is meant", async () => {
    expect(await complaints(() => paid(plan("kpi:win_rat", "1")))).toEqual([
      `unknown KPI: "win_rat"\n  in ${file}, line 7\n  Did you mean "win_rate"?`,
    ]);
  });

  test("of objectives that can't be read name line and column", async () => {
    writeFiles(
      loaded.folder,
      objectives(
        { objective: "A", rep_id: "anne" },
        { objective: "A", weight: "much" },
        { objective: "A", score: "done" },
        { objective: "A", period: "Q1" },
        { objective: "A" },
        { objective: "A" },
      ),
    );
    const told = await complaints(() => paid(plan("objectives", "1")));
    expect(told.map((text) => text.split("\n").slice(0, 2).join(""))).toEqual([
      'unknown person: "anne"  in plans/objectives.csv, line 2, column rep_id',
      'invalid weight: "much"  in plans/objectives.csv, line 3, column weight',
      'invalid score: "done"  in plans/objectives.csv, line 4, column score',
      'invalid period: "Q1"  in plans/objectives.csv, line 5, column period',
      'repeated objective: "A" of ann  in plans/objectives.csv, line 7, column objective',
    ]);
  });
});
