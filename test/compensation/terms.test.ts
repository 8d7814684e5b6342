import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { exact, roundHalfAway, shareOut } from "../../src/compensation/exact.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";
import { creditOf, earned, onePlan, planOf } from "./plan.ts";

describe("exact numbers", () => {
  test("are the decimals that are written", () => {
    expect([0.1, 1e-7, 123456789.01, 5].map((value) => exact(value).toFraction())).toEqual([
      "1/10",
      "1/10000000",
      "12345678901/100",
      "5",
    ]);
  });

  test("round half away from zero", () => {
    const halves = [0.5, 1.5, -0.5, -1.5, 0.49, -0.49].map((value) => roundHalfAway(exact(value)));
    expect(halves.map((value) => value + 0)).toEqual([1, 2, -1, -2, 0, 0]);
  });

  test("are shared out by largest remainder, ties to the earlier, and refunds as what they refund", () => {
    const weights = (...values: readonly number[]) => values.map((value) => new Fraction(value));
    expect(shareOut(100, weights(1, 1, 1))).toEqual([34, 33, 33]);
    expect(shareOut(-100, weights(1, 1, 1))).toEqual([-34, -33, -33]);
    // 24.5 and 10.5: in binary numbers 70 × 0.35 is under 24.5
    expect(shareOut(70, [exact(0.35), exact(0.15), exact(0.5)])).toEqual([25, 10, 35]);
  });
});

describe("a plan file", () => {
  const least = "plan: Least\neffective_from: 2026-02-01\ncomponents: [{name: A, rate: 0.1}]\n";

  test("takes currency and fiscal year from the company where it doesn't say them", () => {
    const plan = parsePlan(least, "plan.yaml", { currency: "KWD", fiscalYearStarts: 4 });
    expect([plan.currency, plan.calendar.startMonth]).toEqual(["KWD", 4]);
    const alone = parsePlan(least, "plan.yaml", { currency: "USD", fiscalYearStarts: null });
    expect(alone.calendar.startMonth).toBe(2);
  });

  test("is in minor units of its currency", () => {
    const quota = (currency: string) => {
      const plan = onePlan("quota: 1000, caps: {line: 1.5}, rate: 0.1", `currency: ${currency}`);
      return plan.components.map(({ quota, caps }) => [
        Array.isArray(quota) ? quota[0].value.valueOf() : null,
        caps.line,
      ]);
    };
    expect(["JPY", "USD", "KWD"].flatMap(quota)).toEqual([
      [1000, 2],
      [100_000, 150],
      [1_000_000, 1500],
    ]);
  });

  test("reads back from JSON, which is YAML, to the same terms", () => {
    const written = {
      plan: "A",
      effective_from: "2026-01-01",
      components: [{ name: "B", rate: 0.1 }],
    };
    expect(planOf(JSON.stringify(written))).toEqual(
      planOf("plan: A\neffective_from: 2026-01-01\ncomponents:\n  - name: B\n    rate: 0.1\n"),
    );
  });
});

describe("conditions", () => {
  test("of exceptions: the first that a credit meets holds", () => {
    const exceptions =
      "[{where: {products: Gold}, rate: 0.2}, {where: {min_amount: 100}, rate: 0.3}]";
    const plan = onePlan(`quota: none, rate: {rule: flat, rate: 0.1, exceptions: ${exceptions}}`);
    const pays = (cents: number, product: string) =>
      earned(plan, [creditOf(cents, { product })]).total;
    expect([pays(20_000, "Gold"), pays(20_000, "Tin"), pays(9999, "Tin")]).toEqual([
      4000, 6000, 1000,
    ]);
  });

  test("of a number of credits count each measure period anew", () => {
    const plan = onePlan("quota: none, period: quarter, where: {first: 1}, rate: 0.1");
    const credits = ["2026-01-10", "2026-02-10", "2026-04-10"].map((date) =>
      creditOf(1000, { date }),
    );
    expect(earned(plan, credits).lines.map(({ date }) => date)).toEqual([
      "2026-01-10",
      "2026-04-10",
    ]);
  });
});

describe("lines of one deal", () => {
  const line = (opportunityId: string, lineId: string, date = "2026-01-10") =>
    creditOf(500_000, { opportunityId, lineId, date, dealCents: 1_500_000 });
  const credits = [
    ...["L1", "L2", "L3"].map((lineId) => line("O1", lineId)),
    line("O2", "L4", "2026-02-10"),
    line("O3", "L5", "2026-03-10"),
  ];
  const dealt = (component: string) => {
    const { lines } = earned(onePlan(`quota: none, rate: 0.1, ${component}`), credits);
    return ["O1", "O2", "O3"].map((id) =>
      lines
        .filter(({ opportunityId }) => opportunityId === id)
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    );
  };

  test("are one of the first deals, and are capped together", () => {
    // a tenth of three times 5,000, and of 5,000 each; at most 1,000 a deal
    expect(dealt("where: {first: 2}")).toEqual([150_000, 50_000, 0]);
    expect(dealt("caps: {line: 1000}")).toEqual([100_000, 50_000, 50_000]);
  });
});

test("months that are paid by the quarter count each by itself and are paid together", () => {
  const tiers = "tiers: [{from: 0, rate: 0.1}, {from: 1, rate: 0.2}]";
  const plan = onePlan(
    `quota: 100, period: month, rate: {rule: marginal, ${tiers}}`,
    "pays: quarter",
  );
  const credits = ["2026-01-10", "2026-02-10"].map((date) => creditOf(15_000, { date }));
  const { statements } = pricePlan({ plan, credits });
  expect(statements.map(({ payPeriod, paid }) => [payPeriod.label, paid])).toEqual([
    ["FY26-Q1", 4000],
  ]);
});

test("tiers of units pay money for each unit", () => {
  const tiers = "tiers: [{from: 0, per_unit: 10}, {from: 2, per_unit: 25}]";
  const plan = onePlan(`measure: units, quota: none, rate: {rule: marginal, ${tiers}}`);
  const credits = [creditOf(0, { quantity: { amount: 350, credit: 350 } })];
  // 2 units at 10.00 and 1.5 at 25.00
  expect(earned(plan, credits).total).toBe(5750);
});

test("a quota of no days is reached by any credit, and target pay over it is nothing", () => {
  const away = [{ from: "2026-01-01", until: "2026-12-31" }];
  const pays = (component: string) => {
    const people = [
      {
        repId: "ann",
        teams: [{ from: null, team: null }],
        from: null,
        until: null,
        leaves: away,
        hiredOn: null,
        pay: [],
      },
    ];
    const { lines } = pricePlan({ plan: onePlan(component), credits: [creditOf(1000)], people });
    return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  };
  expect(pays("quota: 100, rate: {rule: cliff, threshold: 1, rate: 0.1}")).toBe(100);
  expect(pays("quota: 100, target_pay: 100, rate: target")).toBe(0);
});

test("target pay follows on-target earnings by the days of each, and a new hire's own quota isn't lowered", () => {
  const component = "target_share: 1, rate: target, period: year";
  const raised = {
    ...anybody("ann"),
    // half of 36,500 until 1 July 2026, half of 73,000 from then: 181 and 184 days of 365
    pay: [
      { from: null, onTargetEarnings: exact(3_650_000), variableShare: exact(0.5) },
      { from: "2026-07-01", onTargetEarnings: exact(7_300_000), variableShare: exact(0.5) },
    ],
  };
  const people = [raised];
  const assigned = () => 100_00;
  const credits = [creditOf(100_00, { date: "2026-08-01" })];
  const { lines } = pricePlan({ plan: onePlan(component), credits, people, assigned });
  expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(905_000 + 1_840_000);
  const hired = { ...raised, from: "2026-07-01", hiredOn: "2026-07-01" };
  const own = pricePlan({ plan: onePlan(component), credits, people: [hired], assigned });
  const pays = own.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  expect(pays).toBe(1_840_000);
});

test("a draw ends with the months of service that it is for, or with its last day", () => {
  const drawn = (draw: string, person: Partial<Person>) => {
    const plan = onePlan(
      "rate: 0.1, quota: none",
      `draw: {kind: recoverable, amount: 3000, ${draw}}`,
    );
    const people = [{ ...anybody("ann"), ...person }];
    const credits = [
      creditOf(0, { date: "2026-01-15" }),
      creditOf(0, { date: "2026-05-15" }),
    ].filter(({ date }) => date >= (person.from ?? ""));
    const { statements } = pricePlan({ plan, credits, people });
    return statements.map(({ payPeriod, advanced }) => [payPeriod.label, advanced / 100]);
  };
  const three = [
    ["2026-01", 3000],
    ["2026-02", 3000],
    ["2026-03", 3000],
    ["2026-04", 0],
    ["2026-05", 0],
  ];
  expect(drawn("months: 3", {})).toEqual(three); // served from the plan's first day
  expect(drawn("months: 3, until: 2026-12-31", { hiredOn: "2026-01-01" })).toEqual(three);
  expect(drawn("months: 12, until: 2026-03-31", { hiredOn: "2026-01-01" })).toEqual(three);
  // hired on 16 November: to 15 February, 15 of 28 days
  expect(drawn("months: 3", { hiredOn: "2025-11-16" }).slice(0, 3)).toEqual([
    ["2026-01", 3000],
    ["2026-02", 1607.14],
    ["2026-03", 0],
  ]);
  // and hired again on 15 March: 17 of 31 days, and on to 14 June
  const again = {
    hiredBefore: ["2025-11-16"],
    hiredOn: "2026-03-15",
    leaves: [{ from: "2026-02-21", until: "2026-03-14" }],
  };
  expect(drawn("months: 3", again)).toEqual([
    ["2026-01", 3000],
    ["2026-02", 1607.14],
    ["2026-03", 1645.16],
    ["2026-04", 3000],
    ["2026-05", 3000],
  ]);
});

test("only what is paid beyond what was earned is a draw; else pay under zero is carried", () => {
  const draw = "draw: {kind: recoverable, amount: 50, until: 2026-02-28}";
  const plan = onePlan("rate: 0.1, quota: none", draw);
  const credits = [
    creditOf(-10_000, { date: "2026-01-15" }),
    creditOf(-10_000, { date: "2026-03-15" }),
    creditOf(200_000, { date: "2026-05-15" }),
  ];
  const { lines } = pricePlan({ plan, credits });
  const settled = lines.filter(({ component }) => component === null);
  expect(settled.map(({ date, cause, amountCents }) => [date, cause, amountCents])).toEqual([
    ["2026-01-31", "draw", 6_000],
    ["2026-02-28", "draw", 5_000],
    ["2026-03-31", "carried", 1_000], // the draw is over
    ["2026-05-31", "recovered", -12_000],
  ]);
  const leaver = { ...anybody("ann"), until: "2026-01-20" };
  const last = pricePlan({ plan, credits: credits.slice(0, 1), people: [leaver] }).lines;
  expect(last.map(({ cause }) => cause)).toEqual(["credit", "carried"]);
});
