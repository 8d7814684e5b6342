import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { anybody } from "../../src/compensation/person.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, earned, onePlan, planOf } from "./plan.ts";

// rules that look at the whole of a component's pay: multipliers, gates, caps, budgets, pools, timing

/** `[month, cause, cents]` of the lines of no credit. */
const told = (plan: PlanTerms, credits: readonly Credit[]) =>
  earned(plan, credits)
    .lines.filter(({ creditId }) => creditId === null)
    .map(({ date, cause, amountCents }) => [date.slice(0, 7), cause, amountCents]);

const two = (sales: string, renewals = "quota: 1000, rate: 0") =>
  planOf(`plan: Two
effective_from: 2026-01-01
components:
  - {name: Sales, where: {types: New}, ${sales}}
  - {name: Renewals, where: {types: Renewal}, ${renewals}}
`);
const sold = (cents: number, date: string) => creditOf(cents, { date, type: "New" });
const renewed = (cents: number, date: string) => creditOf(cents, { date, type: "Renewal" });

describe("gates", () => {
  test("hold pay back until another component's attainment reaches the bound, to the cent", () => {
    const plan = two("quota: none, rate: 0.1, gates: [{component: Renewals, at_least: 0.95}]");
    const credits = [
      sold(100_000, "2026-01-10"),
      renewed(94_999, "2026-01-20"),
      sold(50_000, "2026-02-10"),
      renewed(1, "2026-03-05"),
    ];
    expect(told(plan, credits)).toEqual([
      ["2026-01", "gate", -10_000],
      ["2026-02", "gate", -5_000],
      ["2026-03", "gate", 15_000],
    ]);
  });

  test("of a quota of nothing stay shut until there is any credit", () => {
    const renewals = "period: quarter, rate: 0";
    const plan = two(
      "quota: none, rate: 0.1, gates: [{component: Renewals, at_least: 1}]",
      renewals,
    );
    const credits = [sold(100_000, "2026-01-10"), renewed(1, "2026-02-20")];
    const { lines } = pricePlan({ plan, credits, assigned: () => 0 });
    const gates = lines.filter(({ cause }) => cause === "gate");
    expect(gates.map(({ date, amountCents }) => [date, amountCents])).toEqual([
      ["2026-01-31", -10_000],
      ["2026-02-28", 10_000],
    ]);
  });

  test("close in a month without credit, whether or not a colleague has any then", () => {
    const gate = "gates: [{component: Renewals, at_least: 1}]";
    const plan = two(`quota: none, rate: 0.1, ${gate}`, "quota: 1000, period: month, rate: 0");
    const own = [sold(100_000, "2026-01-10"), renewed(100_000, "2026-01-20")];
    const later = renewed(100_000, "2026-03-20");
    const colleague = { ...sold(1000, "2026-02-10"), repId: "bob" };
    const paid = (credits: readonly Credit[], through?: string) =>
      pricePlan({ plan, credits, ...(through ? { through } : {}) })
        .lines.filter(({ repId, cause }) => repId === "ann" && cause === "gate")
        .map(({ date, amountCents }) => [date, amountCents]);
    const shut = ["2026-02-28", -10_000];
    expect(paid([...own, later])).toEqual([shut, ["2026-03-31", 10_000]]);
    expect(paid([...own, colleague, later])).toEqual([shut, ["2026-03-31", 10_000]]);
    expect(paid(own, "2026-02-15")).toEqual([shut]);
    expect(paid([...own, colleague], "2026-02-15")).toEqual([shut]);
  });

  test("a component's own threshold pays everything once it is reached", () => {
    const plan = onePlan("quota: 1000, threshold: 0.5, rate: 0.1");
    const credits = [creditOf(49_999, { date: "2026-01-31" }), creditOf(1, { date: "2026-02-01" })];
    expect(told(plan, credits)).toEqual([
      ["2026-01", "gate", -5000],
      ["2026-02", "gate", 5000],
    ]);
  });
});

test("a gate looks no further than the month of somebody's last day", () => {
  const gate = "gates: [{component: Renewals, at_least: 1}]";
  const plan = two(`quota: none, rate: 0.1, ${gate}`, "quota: 100, period: quarter, rate: 0");
  const credits = [sold(10_000, "2026-01-10"), renewed(10_000, "2026-01-20")];
  const people = [{ ...anybody("ann"), until: "2026-03-31" }];
  const gates = (until: string | null) =>
    pricePlan({
      plan,
      credits,
      people: people.map((one) => ({ ...one, until })),
      through: "2026-05-31",
    })
      .lines.filter(({ cause }) => cause === "gate")
      .map(({ date, amountCents }) => [date, amountCents]);
  expect(gates("2026-03-31")).toEqual([]);
  // who stays has reached nothing of the second quarter's renewals yet
  expect(gates(null)).toEqual([["2026-04-30", -1000]]);
});

test("a multiplier is that of the tier which another component has reached", () => {
  const tiers = "tiers: [{from: 0, times: 0.9}, {from: 0.95, times: 1.1}]";
  const plan = two(`quota: none, rate: 0.1, multipliers: [{by: Renewals, ${tiers}}]`);
  const credits = [sold(100_000, "2026-01-10"), renewed(95_000, "2026-02-20")];
  expect(told(plan, credits)).toEqual([
    ["2026-01", "multiplier", -1000],
    ["2026-02", "multiplier", 2000],
  ]);
});

test("a gate holds back what a colleague's credit adds by a team's tier", () => {
  const tiers = "tiers: [{from: 0, rate: 0.1}, {from: 1500, rate: 0.2}]";
  const slab = `rate: {rule: slab, reached_by: team, bounds: amount, ${tiers}}`;
  const plan = two(`quota: 1000, ${slab}, gates: [{component: Renewals, at_least: 1}]`);
  const credits = [
    sold(100_000, "2026-01-10"),
    { ...sold(100_000, "2026-02-10"), repId: "bob" },
    renewed(100_000, "2026-03-10"),
  ];
  const { lines } = earned(plan, credits);
  const own = lines.filter(({ repId, cause }) => repId === "ann" && cause !== "credit");
  expect(own.map(({ date, cause, amountCents }) => [date, cause, amountCents])).toEqual([
    ["2026-01-31", "gate", -10_000],
    ["2026-02-10", "reached_tier", 10_000],
    ["2026-02-28", "gate", -10_000],
    ["2026-03-31", "gate", 20_000],
  ]);
});

describe("caps", () => {
  test("of a pay period and of a year cut what exceeds them", () => {
    const plan = onePlan("quota: none, rate: 0.1, caps: {period: 100, year: 150}");
    const credits = ["2026-01-10", "2026-02-10", "2026-03-10"].map((date) =>
      creditOf(120_000, { date }),
    );
    // 120.00 a month: 100.00, then 50.00, then nothing
    expect(told(plan, credits)).toEqual([
      ["2026-01", "capped", -2000],
      ["2026-02", "capped", -2000],
      ["2026-02", "capped", -5000],
      ["2026-03", "capped", -2000],
      ["2026-03", "capped", -10_000],
    ]);
    expect(earned(plan, credits).total).toBe(15_000);
  });

  test("of a plan cut over all components", () => {
    const plan = onePlan("quota: none, rate: 0.1", "caps: {period: 100, year: 150}");
    const credits = ["2026-01-10", "2026-02-10"].map((date) => creditOf(120_000, { date }));
    const { statements } = pricePlan({ plan, credits });
    expect(statements.map(({ paid }) => paid)).toEqual([10_000, 5000]);
  });

  test("what is taken back makes room under a cap", () => {
    const plan = onePlan("quota: none, rate: 0.1, caps: {year: 100}");
    const credits = [
      creditOf(150_000, { creditId: "a" }),
      creditOf(-40_000, { reverses: "a", date: "2026-02-01" }),
    ];
    expect(earned(plan, credits).total).toBe(10_000);
  });

  // 300.00 in January, of which 100.00 are paid; all of it comes back in February, beside 50.00
  const refunded = [
    creditOf(300_000, { creditId: "a", date: "2026-01-15" }),
    creditOf(50_000, { creditId: "b", date: "2026-02-03" }),
    creditOf(-300_000, { reverses: "a", date: "2026-02-10" }),
  ];

  test.each([
    ["of a measure period", onePlan("period: month, quota: none, rate: 0.1, caps: {period: 100}")],
    [
      "within a measure period",
      onePlan("period: year, quota: none, rate: 0.1, caps: {period: 100}"),
    ],
    ["of a plan", onePlan("quota: none, rate: 0.1", "caps: {period: 100}")],
    ["of a plan's year", onePlan("quota: none, rate: 0.1", "caps: {period: 100, year: 150}")],
  ])("%s never take back what they never paid", (_, plan) => {
    const { statements } = pricePlan({ plan, credits: refunded });
    expect(statements.map((one) => one.earned)).toEqual([10_000, -5000]);
  });

  test.each([
    ["a gate never paid", "quota: 5000, threshold: 1, rate: 0.1", []],
    [
      "a multiplier left",
      "quota: none, rate: 0.1, multipliers: [{by: Renewals, tiers: [{from: 0, times: 0.1}]}]",
      [3000, -3000],
    ],
    ["was held", "quota: none, rate: 0.1, paid: {booking: 0.5, cash: 0.5}", [10_000, -10_000]],
  ])("of a plan give back no more than what %s", (_, sales, paid) => {
    const plan = planOf(`plan: Two
effective_from: 2026-01-01
caps: {period: 100}
components:
  - {name: Sales, where: {types: [New]}, ${sales}}
  - {name: Renewals, where: {types: [Renewal]}, quota: 1000, rate: 0}
`);
    const credits = [
      { ...sold(300_000, "2026-01-15"), creditId: "a", payments: [] },
      { ...sold(-300_000, "2026-02-10"), reverses: "a", payments: [] },
    ];
    const { statements } = pricePlan({ plan, credits });
    expect(statements.map(({ earned }) => earned)).toEqual(paid);
  });

  test("take back of a gated and multiplied deal what was left of it", () => {
    const tiers = "tiers: [{from: 0, times: 2}]";
    const rules = `rate: 0.1, multipliers: [{by: Renewals, ${tiers}}], caps: {period: 250}`;
    const credits = [
      { ...sold(100_000, "2026-01-10"), creditId: "a" },
      { ...sold(50_000, "2026-01-20"), creditId: "b" },
      { ...sold(-50_000, "2026-02-10"), creditId: "c", reverses: "b" },
      { ...sold(-100_000, "2026-03-10"), creditId: "d", reverses: "a" },
    ];
    // twice 150.00, at most 250.00; without b 200.00
    for (const period of ["month", "year"]) {
      const plan = two(`quota: none, period: ${period}, ${rules}`, "quota: 1000, rate: 0");
      const { statements } = pricePlan({ plan, credits });
      expect(statements.map((one) => one.earned)).toEqual([25_000, -5000, -20_000]);
    }
  });

  test("of a year give back in the next what they had cut of the first", () => {
    const plan = onePlan("quota: none, rate: 0.1, caps: {year: 100}");
    const credits = [
      creditOf(300_000, { creditId: "a", date: "2026-12-15" }),
      creditOf(50_000, { creditId: "b", date: "2027-01-10" }),
      creditOf(-250_000, { reverses: "a", date: "2027-02-10" }),
    ];
    // what is left of a is worth 50.00, and 50.00 of the 100.00 come back
    const { lines } = pricePlan({ plan, credits });
    const inFebruary = lines.filter(
      ({ date, component }) => date.startsWith("2027-02") && component !== null,
    );
    expect(inFebruary.map(({ cause, amountCents }) => [cause, amountCents])).toEqual([
      ["reversal", -25_000],
      ["capped", 20_000],
    ]);
  });
});

describe("budgets", () => {
  const days = "where: {from: 2026-01-01, until: 2026-02-28}, quota: none, rate: 0.1";
  const credits = [
    creditOf(60_000, { date: "2026-01-05" }),
    creditOf(60_000, { date: "2026-01-06", repId: "bob" }),
    creditOf(60_000, { date: "2026-03-01" }),
  ];
  const byRep = (plan: PlanTerms, all: readonly Credit[]) =>
    ["ann", "bob"].map((rep) =>
      earned(plan, all)
        .lines.filter(({ repId }) => repId === rep)
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    );

  test("first come: who is first is paid, the credit that crosses it is cut", () => {
    const plan = onePlan(`${days}, budget: {amount: 100}`);
    expect(byRep(plan, credits)).toEqual([6000, 4000]);
  });

  test("first come: what is taken back is there for later credits", () => {
    const plan = onePlan(`${days}, budget: {amount: 100}`);
    const [first, second] = credits;
    const back = { ...creditOf(-60_000, { date: "2026-01-10" }), reverses: first?.creditId ?? "" };
    const later = creditOf(90_000, { date: "2026-01-11", repId: "bob" });
    const all = [first, second, back, later].filter((one) => one !== undefined);
    // Bob's 40.00 stand, and 60.00 are left for his 90.00
    expect(byRep(plan, all)).toEqual([0, 10_000]);
  });

  test("pro rata: shared when it ends, nothing before", () => {
    const plan = onePlan(`${days}, budget: {amount: 90, use: pro_rata}`);
    expect(byRep(plan, credits)).toEqual([4500, 4500]);
    expect(told(plan, credits.slice(0, 1))).toEqual([
      ["2026-01", "budget", -6000],
      ["2026-02", "budget", 6000],
    ]);
  });

  test("pro rata: who is paid nothing any more when it ends takes no part", () => {
    const plan = onePlan(`${days}, budget: {amount: 90, use: pro_rata}`, "leavers: {pay: nothing}");
    const people = [{ ...anybody("ann"), until: "2026-01-20" }, anybody("bob")];
    const { statements } = pricePlan({ plan, credits: credits.slice(0, 2), people });
    expect(statements.map(({ repId, paid }) => [repId, paid])).toEqual([["bob", 6000]]);
  });
});

describe("pools", () => {
  const shares = (by: string) => {
    const plan = planOf(`plan: Pool
effective_from: 2026-01-01
components:
  - {name: Own, where: {types: Own}, quota: none, rate: 0.1}
  - {name: Team, where: {types: Team}, quota: none, rate: 0.1, pool: {share_by: ${by}}}
`);
    const credits = [
      creditOf(30_000, { type: "Own" }),
      creditOf(10_000, { type: "Own", repId: "bob" }),
      creditOf(5010, { type: "Team", repId: "bob" }),
      creditOf(10_000, { type: "Team" }),
    ];
    const people = ["ann", "bob", "cat"].map((repId) => ({
      ...anybody(repId),
      teams: [{ from: null, team: "East" }],
    }));
    const { lines } = pricePlan({ plan, credits, people });
    return ["ann", "bob", "cat"].map((rep) =>
      lines
        .filter(({ repId, cause }) => repId === rep && cause === "pool")
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    );
  };

  test.each([
    ["even", [501, 500, 500]],
    // 30.00 to 10.00 of the other component
    ["earnings", [1126, 375, 0]],
    // 100.00 to 50.10 of the team's credit
    ["credit", [1000, 501, 0]],
  ])("are shared by %s, to the cent", (by, expected) => {
    expect(shares(by)).toEqual(expected);
  });

  test("go to who is in the team while the pool is earned, wherever they are later", () => {
    const plan = planOf(`plan: Pools
effective_from: 2026-01-01
components:
  - {name: Team, quota: none, rate: 0.1, period: quarter, pool: {share_by: even}}
`);
    const stays = [
      ["ann", [{ from: null, team: "East" }]],
      // moves when the first quarter is over
      [
        "bob",
        [
          { from: null, team: "East" },
          { from: "2026-04-01", team: "West" },
        ],
      ],
      ["cat", [{ from: null, team: "West" }]],
    ] as const;
    const people = stays.map(([repId, teams]) => ({ ...anybody(repId), teams }));
    const credits = [
      creditOf(100_000, { repId: "bob", date: "2026-02-15" }),
      creditOf(50_000, { repId: "bob", date: "2026-05-15" }),
    ];
    const { lines } = pricePlan({ plan, credits, people });
    const shares = lines.map(({ repId, date, amountCents }) => [repId, date, amountCents]);
    // 100.00 of East in the first quarter, 50.00 of West in the second, by halves
    expect(shares).toEqual([
      ["ann", "2026-02-28", 5000],
      ["bob", "2026-02-28", 5000],
      ["bob", "2026-05-31", 2500],
      ["cat", "2026-05-31", 2500],
    ]);
  });
});

describe("timing", () => {
  test("cash: pay falls due as the deal is paid", () => {
    const plan = onePlan("quota: none, rate: 0.1, paid: cash");
    const payments = [
      { on: "2026-02-10", cents: 33_333 },
      { on: "2026-04-10", cents: 66_667 },
    ];
    const credits = [creditOf(100_000, { payments })];
    expect(told(plan, credits)).toEqual([
      ["2026-01", "hold", -10_000],
      ["2026-02", "release", 3333],
      ["2026-04", "release", 6667],
    ]);
  });

  test("half at booking, half when invoiced, each held for 30 days", () => {
    const plan = onePlan(
      "quota: none, rate: 0.1, hold_days: 30, paid: {booking: 0.5, invoice: 0.5}",
    );
    const credits = [creditOf(100_000, { invoicedOn: "2026-03-15" })];
    expect(told(plan, credits)).toEqual([
      ["2026-01", "hold", -10_000],
      ["2026-02", "release", 5000],
      ["2026-04", "release", 5000],
    ]);
  });

  test("cash: of a deal that is refunded in part, the rest is due as the rest is paid", () => {
    const plan = onePlan("quota: none, rate: 0.1, paid: cash");
    const paidByMonth = (paidOn: string, refundedOn: string) => {
      const payments = [{ on: paidOn, cents: 50_000 }];
      const credits = [
        creditOf(100_000, { creditId: "a", payments }),
        creditOf(-50_000, { reverses: "a", date: refundedOn, payments: [] }),
      ];
      const { lines } = earned(plan, credits);
      return ["2026-01", "2026-02", "2026-03", "2026-04"].map((month) =>
        lines
          .filter(({ date }) => date.startsWith(month))
          .reduce((sum, { amountCents }) => sum + amountCents, 0),
      );
    };
    // a tenth of the 500 that are paid of 1,000, and so it stays: the customer owes nothing more
    expect(paidByMonth("2026-03-20", "2026-04-01")).toEqual([0, 0, 5000, 0]);
    expect(paidByMonth("2026-03-20", "2026-02-01")).toEqual([0, 0, 5000, 0]);
  });

  test("cash: what is credited away too late to be asked back never falls due", () => {
    const plan = onePlan("quota: none, rate: 0.1, paid: cash, reversal: {within_days: 30}");
    const paid = (refundedOn: string, ...payments: readonly { on: string; cents: number }[]) => {
      const credits = [
        creditOf(100_000, { creditId: "a", date: "2026-01-05", payments }),
        creditOf(-60_000, { reverses: "a", date: refundedOn, payments: [] }),
      ];
      return pricePlan({ plan, credits }).statements.reduce((sum, one) => sum + one.paid, 0);
    };
    const [some, more] = [
      { on: "2026-02-10", cents: 40_000 },
      { on: "2026-05-10", cents: 10_000 },
    ];
    expect(paid("2026-02-04", some)).toBe(4000);
    expect(paid("2026-04-01", some)).toBe(4000);
    expect(paid("2026-04-01")).toBe(0);
    expect(paid("2026-04-01", some, more)).toBe(5000);
  });

  test("what is taken back before it was paid is never paid", () => {
    const plan = onePlan("quota: none, rate: 0.1, paid: cash");
    const credits = [
      creditOf(100_000, { creditId: "a", payments: [] }),
      creditOf(-100_000, { reverses: "a", date: "2026-03-01", payments: [] }),
    ];
    const { statements } = pricePlan({ plan, credits });
    expect(statements.filter(({ paid }) => paid !== 0)).toEqual([]);
  });
});

test("a first-come budget isn't exceeded once a deal at a loss is taken back", () => {
  const plan = onePlan(
    "measure: margin, quota: none, rate: 0.1, where: {from: 2026-01-01, until: 2026-06-30}, budget: {amount: 100}",
  );
  const deal = (cents: number, day: string, parts: Partial<Credit> = {}) =>
    creditOf(200_000, { date: day, margin: { amount: cents, credit: cents }, ...parts });
  const back = (cents: number, day: string, reverses: string) =>
    creditOf(-cents, { date: day, reverses });
  const credits = [
    deal(-50_000, "2026-01-10", { creditId: "loss" }),
    deal(150_000, "2026-01-11", { creditId: "gain" }),
    back(200_000, "2026-01-12", "loss"),
    back(100_000, "2026-01-13", "gain"),
    deal(100_000, "2026-01-14"),
  ];
  // -5,000 + 15,000 + 5,000 - 7,500 + what is left of 10,000
  expect(earned(plan, credits).total).toBe(10_000);
});
