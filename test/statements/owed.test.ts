import { describe, expect, test } from "vitest";
import { owedNote, owingPlans } from "../../pipelines/statements/owed.ts";
import type { PlanPay } from "../../pipelines/statements/periods.ts";

const pay = (plan: string, closing_cents: number): PlanPay => ({
  plan,
  currency: "USD",
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

  test("stays with the plan that it is of, and is said to", () => {
    expect(owedNote([pay("FY27", 500)], ["FY27"])).toBe("taken off later pay of the plan");
    expect(owedNote([pay("FY26", 8_832)], ["FY27"])).toBe(
      "taken off what FY26 still pays, not off pay of other plans",
    );
    expect(owedNote([pay("FY27", 500), pay("FY26", 8_832)], ["FY27"])).toBe(
      "each taken off its own plan's later pay, of which FY26 has ended",
    );
  });
});
