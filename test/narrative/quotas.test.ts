import { describe, expect, test } from "vitest";
import { type AttainmentFacts, attainmentAnswer } from "../../src/narrative/attainment.ts";

const facts: AttainmentFacts = {
  currency: "USD",
  currency_digits: 2,
  aim: 0.65,
  complete: { label: "FY26", is_complete: true, reps_at_quota: 20, reps_with_quota: 40 },
  current: {
    label: "FY27",
    reps_with_quota: 47,
    whole_year_reps: 37,
    whole_year_reached: 1,
    elapsed: 0.42,
  },
  recommendation: {
    label: "FY28",
    quota_cents: 112e8,
    expected_cents: 100e8,
    reps: 44,
    median_probability: 0.36,
    aimed_cents: 84e8,
  },
  changes: { left: 5, other_role: 1, joined: 3 },
  target: { label: "FY28", planned_cents: null, forecast_cents: 100e8, forecast_label: "FY27" },
};

describe("the answer on quotas", () => {
  test("says that the odds hold with the total fixed", () => {
    expect(attainmentAnswer(facts).sentence).toBe(
      "In FY26, 20 of 40 reps reached quota, 50 % where the aim is 65 %; for FY28 USD 112 M is recommended over 44 reps, and with that total fixed the median rep has a 36 % chance of reaching quota.",
    );
  });

  test("says what total would meet the aim", () => {
    expect(attainmentAnswer(facts).details[0]).toBe(
      "The aim of 65 % of reps at quota would be met by quotas of USD 84.0 M in all, 25 % less.",
    );
  });

  test("says how much of the year has passed, not that it is over", () => {
    expect(attainmentAnswer(facts).details[1]).toBe(
      "42 % of FY27 has passed, and 1 of 37 active reps with a quota for the whole year has already booked it; 10 more have left or have a quota for part of it.",
    );
  });

  test("says why other reps have a quota recommended than have one", () => {
    expect(attainmentAnswer(facts).details[2]).toBe(
      "47 reps have a quota in FY27 and 44 are recommended one for FY28: 5 have left, 1 has a role that no quota is recommended for and 3 have no quota yet this year.",
    );
    const changes = { left: 0, other_role: 0, joined: 0 };
    expect(attainmentAnswer({ ...facts, changes }).details).toHaveLength(2);
  });
});

describe("how quotas were computed", () => {
  const method = (part: Partial<AttainmentFacts>) =>
    attainmentAnswer({ ...facts, ...part }).method?.join(" ");

  test("a total without a plan is the forecast with growth, in numbers", () => {
    expect(method({})).toContain(
      "The total of USD 112 M is the FY27 forecast of 100 M with the growth of 12 % that company.yaml sets",
    );
  });

  test("a planned total is called the plan's", () => {
    const target = { ...facts.target, label: "FY28", planned_cents: 112e8 };
    expect(
      method({ target: { forecast_cents: null, forecast_label: "FY27", ...target } }),
    ).toContain("is the company's target for FY28 in the plan of quotas");
  });

  test("the odds are said to follow from the total", () => {
    expect(method({})).toContain(
      "With the total fixed they follow from it and can't be chosen: 44 reps together are expected to book USD 100 M, and quotas sum to 112 % of that.",
    );
  });

  test("an even split claims neither a regression nor odds", () => {
    const recommendation = {
      label: "FY28",
      quota_cents: 112e8,
      expected_cents: null,
      reps: 4,
      median_probability: null,
      aimed_cents: null,
    };
    expect(method({ recommendation })).toMatch(/split evenly, without odds\.$/);
  });
});
