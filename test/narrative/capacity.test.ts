import { describe, expect, test } from "vitest";
import { type CapacityFacts, capacityAnswer } from "../../src/narrative/capacity.ts";

const facts: CapacityFacts = {
  currency: "USD",
  currency_digits: 2,
  label: "FY28",
  headcount: 44,
  ramped: 43.9,
  capacity_cents: 77.8e8,
  deployed_cents: 80.8e8,
  target_cents: 80.8e8,
  odds: 0.32,
  hires: [
    { role: "account_executive", probability: 0.65, count_hires: 6 },
    { role: "account_manager", probability: 0.65, count_hires: null },
    { role: "account_executive", probability: 0.8, count_hires: 10 },
  ],
};

describe("the answer on capacity", () => {
  test("says what reps can book of the target, and how likely it is", () => {
    expect(capacityAnswer(facts).sentence).toBe(
      "The 44 reps of today are expected to book USD 77.8 M in FY28, 96 % of the target, which has a 32 % chance.",
    );
  });

  test("says what hires it takes, of roles of which any number is enough", () => {
    expect(capacityAnswer(facts).details).toEqual([
      "To make the target 65 % likely takes 6 account executives more from the first month of the year.",
    ]);
    expect(capacityAnswer({ ...facts, odds: 0.7 }).details).toEqual([]);
  });

  test("without a plan it claims nothing", () => {
    const { sentence, figures } = capacityAnswer({ ...facts, label: null, odds: null });
    expect(sentence).toMatch(/^No year is planned yet/);
    expect(figures).toEqual([]);
  });
});
