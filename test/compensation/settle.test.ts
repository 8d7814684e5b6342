import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { settlePeriod } from "../../src/compensation/settle/draw.ts";
import { creditOf, onePlan } from "./plan.ts";

const rate = "quota: none, rate: 0.1";
const monthly = (...earned: readonly number[]) =>
  earned.map((cents, at) => creditOf(cents * 10, { date: `2026-0${3 + at}-10` }));
const statementsOf = (draw: string, credits: readonly Credit[], people?: readonly Person[]) =>
  pricePlan({ plan: onePlan(rate, draw), credits, ...(people ? { people } : {}) }).statements;

describe("draws", () => {
  test("recoverable: what was drawn is taken off later pay", () => {
    // formulas.md: draw 2,000; earned 1,500, 2,375, 3,000 → paid 2,000, 2,000, 2,875; owed 500, 125, 0
    const statements = statementsOf(
      "draw: {kind: recoverable, amount: 2000}",
      monthly(150_000, 237_500, 300_000),
    );
    expect(statements.map(({ paid, owedAfter }) => [paid, owedAfter])).toEqual([
      [200_000, 50_000],
      [200_000, 12_500],
      [287_500, 0],
    ]);
  });

  test("non-recoverable: topped up to, and forgotten", () => {
    const statements = statementsOf(
      "draw: {kind: non_recoverable, amount: 2000}",
      monthly(150_000, 300_000),
    );
    expect(statements.map(({ paid, toppedUp, owedAfter }) => [paid, toppedUp, owedAfter])).toEqual([
      [200_000, 50_000, 0],
      [300_000, 0, 0],
    ]);
  });

  test("pay under zero is carried forward, or floored at zero", () => {
    const credits = monthly(-100_000, 150_000);
    const paid = (draw: string) => statementsOf(draw, credits).map((one) => one.paid);
    expect(paid("negative_pay: carried")).toEqual([0, 50_000]);
    expect(paid("negative_pay: floored")).toEqual([0, 150_000]);
  });

  test("a draw is by the days of its pay period, from the first under the plan to its last", () => {
    const person = { ...anybody("ann"), from: "2026-03-17" };
    const draw = "draw: {kind: recoverable, amount: 3100, until: 2026-04-15}";
    // 15 of 31 days of March, 15 of 30 of April
    const statements = statementsOf(
      draw,
      [creditOf(0, { date: "2026-03-20" }), ...monthly(0, 0, 1)],
      [person],
    );
    expect(statements.map(({ paid }) => paid)).toEqual([150_000, 155_000, 0]);
  });

  test("opening + advanced − recovered = closing, and lines sum to what is paid", () => {
    for (const kind of ["recoverable", "non_recoverable"] as const) {
      for (const negativePay of ["carried", "floored"] as const) {
        for (const earned of [-700, 0, 300, 5000]) {
          for (const owed of [0, 400, 9000]) {
            const one = settlePeriod({ earned, draw: 1000, kind, owed, negativePay });
            expect(owed + one.advanced - one.recovered).toBe(one.owedAfter);
            expect(earned + one.toppedUp + one.advanced - one.recovered).toBe(one.paid);
            expect(one.paid).toBeGreaterThanOrEqual(1000);
          }
        }
      }
    }
  });
});

describe("leavers", () => {
  const leaver = { ...anybody("ann"), until: "2026-04-10" };
  const settled = (leavers: string, draw = "") => {
    const plan = onePlan("quota: none, rate: 0.1, paid: cash", `leavers: {${leavers}}\n${draw}`);
    const payments = (on: string, cents: number) => [{ on, cents }];
    const credits = [
      creditOf(100_000, { date: "2026-03-10", payments: payments("2026-03-12", 100_000) }),
      creditOf(200_000, { date: "2026-04-02", payments: payments("2026-06-01", 200_000) }),
      creditOf(400_000, { date: "2026-04-20", payments: payments("2026-04-21", 400_000) }),
    ];
    const { statements } = pricePlan({ plan, credits, people: [leaver] });
    return statements.map(({ payPeriod, paid, owedAfter }) => [payPeriod.label, paid, owedAfter]);
  };

  test("are paid what they booked by their last day, or all that is theirs, or nothing more", () => {
    expect(settled("pay: booked_by_last_day")).toEqual([
      ["2026-03", 10_000, 0],
      ["2026-06", 20_000, 0],
    ]);
    expect(settled("pay: earned").map(([, paid]) => paid)).toEqual([10_000, 40_000, 20_000]);
    expect(settled("pay: nothing")).toEqual([["2026-03", 10_000, 0]]);
  });

  test("settle what they have drawn with their last pay, or keep it", () => {
    const draw = "draw: {kind: recoverable, amount: 150}";
    expect(settled("pay: earned, recover_draw: true", draw)).toEqual([
      ["2026-03", 15_000, 5000],
      ["2026-04", 35_000, 0],
      ["2026-06", 20_000, 0],
    ]);
    expect(settled("pay: earned, recover_draw: false", draw)).toEqual([
      ["2026-03", 15_000, 5000],
      ["2026-04", 40_000, 0],
      ["2026-06", 20_000, 0],
    ]);
  });
});

describe("proration", () => {
  const attained = (person: Partial<Person>, component: string, cents: number) => {
    const plan = onePlan(`${component}, rate: {rule: cliff, threshold: 1, rate: 0.1}`);
    const people = [{ ...anybody("ann"), ...person }];
    const credits = [creditOf(cents, { date: "2026-12-15" })];
    return pricePlan({ plan, credits, people }).lines.some(({ amountCents }) => amountCents !== 0);
  };

  test.each([
    // hired on 1 July: 184 of 365 days
    [{ from: "2026-07-01" }, "quota: 365", 18_400],
    // away for all of August, and for a part of it that is told twice
    [
      {
        leaves: [
          { from: "2026-08-01", until: "2026-08-31" },
          { from: "2026-08-15", until: "2026-08-20" },
        ],
      },
      "quota: 365",
      33_400,
    ],
    [{ from: "2026-07-01" }, "quota: 365, prorate: false", 36_500],
    // a ramp: 181 days at 100 and 184 at 200
    [{}, "quota: [{from: 2026-01-01, amount: 365}, {from: 2026-07-01, amount: 730}]", 54_900],
  ])("%j with %s reaches its quota at the cent", (person, component, cents) => {
    expect(attained(person, component, cents)).toBe(true);
    expect(attained(person, component, cents - 1)).toBe(false);
  });
});

test("a credit for a person never recorded, and a quota that is missing, are named", () => {
  const credits = [creditOf(100, { repId: "zed" })];
  const plan = onePlan("rate: {rule: slab, tiers: [{from: 0, rate: 0.1}]}");
  expect(() => pricePlan({ plan, credits, people: [anybody("ann")] })).toThrow(
    'credit for an unknown person: "zed"',
  );
  expect(() => pricePlan({ plan, credits })).toThrow("missing quota: zed for FY26");
});
