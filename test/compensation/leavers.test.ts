import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { earnPlan } from "../../src/compensation/earn.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { settleInTurn } from "../../src/compensation/settle/in-turn.ts";
import type { Statement } from "../../src/compensation/settle/statement.ts";
import { creditOf, onePlan, planOf } from "./plan.ts";

// a guarantee is paid for every day under the plan, those of the last month too; an advance isn't

const planWith = (terms: string) => onePlan("quota: none, rate: 1", terms);
const guaranteed = "draw: {kind: non_recoverable, amount: 3000}";

const told = ({
  payPeriod,
  earned,
  paid,
  owedBefore,
  toppedUp,
  advanced,
  recovered,
  owedAfter,
}: Statement) =>
  [
    `${payPeriod.label} earned ${earned / 100} paid ${paid / 100}`,
    ...Object.entries({ owedBefore, toppedUp, advanced, recovered, owedAfter })
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]) => `${name} ${cents / 100}`),
  ].join(", ");

/** The statements of Ann, who is there as is told, from a day on. */
function statements(
  terms: string,
  person: Partial<Person>,
  credits: readonly Credit[],
  since = "2026-06-01",
) {
  const people = [{ ...anybody("ann"), ...person }];
  const input = { plan: planWith(terms), credits, people, since, through: "2026-07-31" };
  const priced = pricePlan(input);
  for (const { payPeriod, paid } of priced.statements) {
    const own = priced.lines.filter((line) => line.payPeriod.label === payPeriod.label);
    expect(own.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(paid);
  }
  return priced.statements.map(told);
}

const june = (cents: number) => creditOf(cents, { date: "2026-06-05" });

describe("a guarantee of 3,000 a month", () => {
  // 20 of 30 days
  test("is paid by the days of who leaves as of who is hired", () => {
    const short = ["2026-06 earned 100 paid 2000, toppedUp 1900"];
    expect(statements(guaranteed, { until: "2026-06-20" }, [june(10_000)])).toEqual(short);
    const hired = statements(guaranteed, { from: "2026-06-11" }, [
      creditOf(10_000, { date: "2026-06-11" }),
    ]);
    expect(hired[0]).toBe(short[0]);
  });

  test("is paid whole to who leaves on the last day of the month, and not in the next", () => {
    expect(statements(guaranteed, { until: "2026-06-30" }, [june(10_000)])).toEqual([
      "2026-06 earned 100 paid 3000, toppedUp 2900",
    ]);
  });

  test("is paid to who leaves without anything earned, but for days of leave", () => {
    const away = { until: "2026-06-20", leaves: [{ from: "2026-06-06", until: "2026-06-10" }] };
    expect(statements(guaranteed, away, [])).toEqual([
      "2026-06 earned 0 paid 1500, toppedUp 1500", // 15 of 30 days
    ]);
  });

  test("adds nothing to more than itself", () => {
    expect(statements(guaranteed, { until: "2026-06-20" }, [june(200_001)])).toEqual([
      "2026-06 earned 2000.01 paid 2000.01",
    ]);
  });

  test("is paid in a last settlement that what is owed is taken off", () => {
    const owing = [
      creditOf(-50_000, { date: "2026-06-05" }),
      creditOf(100_000, { date: "2026-07-05" }),
    ];
    // 16 of 31 days of July: 1,548.39, above the 500.00 left of 1,000.00
    expect(statements(guaranteed, { until: "2026-07-16" }, owing)).toEqual([
      "2026-06 earned -500 paid 3000, toppedUp 3000, advanced 500, owedAfter 500",
      "2026-07 earned 1000 paid 1548.39, owedBefore 500, toppedUp 1048.39, recovered 500",
    ]);
    expect(
      statements(
        `${guaranteed}\nleavers: {recover_draw: false}`,
        { until: "2026-07-16" },
        owing,
      )[1],
    ).toBe("2026-07 earned 1000 paid 1548.39, owedBefore 500, toppedUp 1048.39, recovered 500");
  });

  test("is paid beside pay under zero, which stays owed or is written off", () => {
    const left = { until: "2026-06-20" };
    expect(statements(guaranteed, left, [june(-50_000)])[0]).toBe(
      "2026-06 earned -500 paid 2000, toppedUp 2000, advanced 500, owedAfter 500",
    );
    expect(
      statements(`${guaranteed}\nleavers: {recover_draw: false}`, left, [june(-50_000)]),
    ).toEqual(["2026-06 earned -500 paid 2000, toppedUp 2500"]);
  });
});

test("a recoverable draw isn't advanced with a last settlement", () => {
  const draw = "draw: {kind: recoverable, amount: 3000}";
  expect(statements(draw, { until: "2026-07-16" }, [june(10_000)])).toEqual([
    "2026-06 earned 100 paid 3000, advanced 2900, owedAfter 2900",
    "2026-07 earned 0 paid 0, owedBefore 2900, owedAfter 2900",
  ]);
});

describe("who goes on to another plan", () => {
  const half = (name: string, terms: string) =>
    planOf(
      `plan: ${name}\neffective_from: 2026-01-01\n${terms}\ncomponents:\n  - {name: Sales, quota: none, rate: 1}\n`,
    );

  /** Ann's statements on a plan until 20 June, and on another from then on. */
  const moved = (terms: string, through: string, next = "") =>
    settleInTurn([
      earnPlan({
        plan: half("Before", terms),
        credits: [june(10_000)],
        people: [{ ...anybody("ann"), until: "2026-06-20" }],
        since: "2026-06-01",
        through,
      }),
      earnPlan({
        plan: half("After", next),
        credits: [],
        people: [{ ...anybody("ann"), from: "2026-06-21" }],
        since: "2026-06-01",
        through,
      }),
    ]).map((plan) => plan.statements.map(told));

  // 20 of 30 days
  test("is advanced a draw for their days, which goes on with them", () => {
    const draw = "draw: {kind: recoverable, amount: 3000}";
    const terms = `${draw}\nleavers: {recover_draw: false}`;
    expect(moved(terms, "2026-07-31")).toEqual([
      ["2026-06 earned 100 paid 2000, advanced 1900"],
      ["2026-07 earned 0 paid 0, owedAfter 1900"],
    ]);
  });

  test("has it on the last day before they do, too", () => {
    const draw = "draw: {kind: recoverable, amount: 3000}";
    expect(moved(draw, "2026-06-20")[0]).toEqual([
      "2026-06 earned 100 paid 2000, advanced 1900, owedAfter 1900",
    ]);
  });

  test("is guaranteed the days on both", () => {
    expect(moved(guaranteed, "2026-06-30", guaranteed)).toEqual([
      ["2026-06 earned 100 paid 2000, toppedUp 1900"],
      ["2026-06 earned 0 paid 1000, toppedUp 1000"],
    ]);
  });

  test("is settled for the last time where the next plan pays in another currency", () => {
    const draw = "draw: {kind: recoverable, amount: 3000}";
    expect(moved(draw, "2026-06-30", "currency: EUR")[0]).toEqual(["2026-06 earned 100 paid 100"]);
  });
});
