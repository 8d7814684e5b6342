import { describe, expect, test } from "vitest";
import { balanceTable } from "../../pipelines/statements/balance.ts";
import { owedNote, owingPlans } from "../../pipelines/statements/owed.ts";
import type { PlanPay } from "../../pipelines/statements/periods.ts";

const pay = (plan: string, closing_cents: number, isSupplement = false): PlanPay => ({
  plan,
  currency: "USD",
  isSupplement,
  source: null,
  statement: null,
  balance: {
    plan,
    period: "month",
    period_start: "2026-01-01",
    opening_cents: 0,
    taken_over_cents: 0,
    advanced_cents: closing_cents,
    recovered_cents: 0,
    handed_over_cents: 0,
    closing_cents,
    currency: "USD",
  },
  components: [],
});

describe("what is owed", () => {
  test("is the last balance of each plan, however long the plan is over", () => {
    const periods = [
      { plans: [pay("FY27", 0)] },
      { plans: [pay("FY27", 500), pay("FY26", 8_832)] },
      { plans: [pay("FY26", 9_000)] },
    ];
    expect(owingPlans(periods).map(({ plan }) => plan)).toEqual(["FY26"]);
  });

  const usd = { name: "FY27", currency: "USD", isSupplement: false };
  const spiff = { name: "Spiff", currency: "USD", isSupplement: true };

  test.each([
    ["is taken off the plan's own pay while it lasts", [usd], "taken off later pay of FY27"],
    [
      "goes on to the next plan in the same currency",
      [spiff, { ...usd, name: "FY28" }],
      "goes on from FY27 to FY28 when the pay period is over",
    ],
    [
      "waits for a next plan in the same currency",
      [spiff, { ...usd, name: "FY28", currency: "EUR" }],
      "taken off what FY27 still pays, then off your next plan in USD",
    ],
  ])("%s", (_, covering, words) => {
    expect(owedNote([pay("FY27", 500)], { covering, hasLeft: false })).toBe(words);
  });

  test("of who has left waits for no next plan", () => {
    expect(owedNote([pay("FY27", 500)], { covering: [], hasLeft: true })).toBe(
      "taken off what FY27 still pays",
    );
  });

  test("on a supplement stays there, each plan told apart", () => {
    const owing = [pay("FY27", 500), pay("Spring", 8_832, true)];
    expect(owedNote(owing, { covering: [usd], hasLeft: false })).toBe(
      "taken off later pay of FY27; taken off what Spring still pays, not off pay of other plans",
    );
    expect(owedNote([], { covering: [usd], hasLeft: false })).toBe(
      "of draws and of pay under zero",
    );
  });
});

describe("the ledger of what is owed", () => {
  const ledger = (taken_over_cents: number, handed_over_cents: number) => {
    const one = pay("FY27", 0);
    const balance = one.balance && { ...one.balance, taken_over_cents, handed_over_cents };
    return balanceTable({ ...one, balance })?.html;
  };

  test("tells what came from the plan before and what went on to the next", () => {
    expect(ledger(8_832, 8_832)).toContain(
      'Taken over from the plan before</th><td class="number">88.32<',
    );
    expect(ledger(8_832, 8_832)).toContain(
      'Handed over to the next plan</th><td class="number">−88.32<',
    );
    expect(ledger(0, 0)).not.toMatch(/Taken over|Handed over/);
  });
});
