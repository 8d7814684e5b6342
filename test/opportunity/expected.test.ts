import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countOfHalf, type ExpectedDeal, expectedTotals } from "../../src/opportunity/expected.ts";

const deal = (changes: Partial<ExpectedDeal> = {}): ExpectedDeal => ({
  bookings_cents: 100,
  win_rate: 0.5,
  expected_if_won_cents: 100,
  expected_cents: 50,
  expected_in_quarter_cents: 20,
  expected_next_quarter_cents: 10,
  risk_flags: "",
  ...changes,
});

describe("what open deals come to", () => {
  test("leaves out what isn't known, and says of how many", () => {
    const unknown = deal({
      bookings_cents: null,
      win_rate: null,
      expected_if_won_cents: null,
      expected_cents: null,
      expected_in_quarter_cents: null,
      expected_next_quarter_cents: null,
      risk_flags: null,
    });
    expect(expectedTotals([deal(), unknown, deal({ risk_flags: "no_activity" })])).toEqual({
      deals: 3,
      without_amount: 1,
      without_forecast: 1,
      amount_cents: 200,
      if_won_cents: 200,
      expected_cents: 100,
      expected_in_quarter_cents: 40,
      expected_next_quarter_cents: 20,
      flagged: 1,
      flagged_expected_cents: 50,
    });
  });

  test("sums to the same however deals are parted", () => {
    const deals = fc.array(
      fc.integer({ min: 0, max: 1e9 }).map((c) => deal({ expected_cents: c })),
    );
    fc.assert(
      fc.property(deals, deals, (one, other) => {
        const sum = (of: readonly ExpectedDeal[]) => expectedTotals(of).expected_cents;
        expect(sum([...one, ...other])).toBe(sum(one) + sum(other));
      }),
      { seed: 4 },
    );
  });
});

describe("half of what is uncertain", () => {
  test("rests on the deals of the largest variance, p (1 − p) v²", () => {
    // 0.25 · 100² four times and 0.25 · 300² once: the one has 9 of 13 parts
    const small = Array.from({ length: 4 }, () => deal());
    expect(countOfHalf([...small, deal({ expected_if_won_cents: 300 })])).toBe(1);
    expect(countOfHalf(small)).toBe(2);
  });

  test("rests on none where nothing is uncertain", () => {
    expect(countOfHalf([])).toBe(0);
    expect(countOfHalf([deal({ win_rate: 1 }), deal({ expected_if_won_cents: null })])).toBe(0);
  });
});
