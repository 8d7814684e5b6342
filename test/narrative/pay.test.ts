import { describe, expect, test } from "vitest";
import { accountingAnswer } from "../../src/narrative/accounting.ts";
import { policyWords } from "../../src/narrative/accounting-policy.ts";
import { bookPeriod } from "../../src/narrative/book-period.ts";
import { compensationAnswer } from "../../src/narrative/compensation.ts";
import { type SpifFacts, spifsAnswer } from "../../src/narrative/spifs.ts";

const currency = { currency: "USD", currency_digits: 2 };

const period = (label: string, closing_cents: number, is_complete = true) => ({
  label,
  is_complete,
  capitalised_cents: 90_000_00,
  amortised_cents: 10_000_00,
  impaired_cents: 2_000_00,
  closing_cents,
  expensed_cents: 3_000_00,
});

describe("the answer of the page on accounting", () => {
  test("tells the asset and what is owed at the end of the last complete month, and what that month did", () => {
    const { sentence, details, figures } = accountingAnswer({
      ...currency,
      months: [period("2026-05", 440_000_00), period("2026-06", 450_000_00, false)],
      accrued: [
        { label: "2026-05", closing_cents: 70_000_00 },
        { label: "2026-06", closing_cents: 80_000_00 },
      ],
      is_net: false,
      begins_on: "2025-02-01",
      policy: [],
    });
    expect(sentence).toBe(
      "At the end of May 2026 commission of USD 440 k stood as an asset, and 70.0 k was earned and unpaid.",
    );
    expect(figures.map(({ value }) => value)).toEqual(["90.0 k", "10.0 k", "15.0 k", "70.0 k"]);
    expect(figures.map(({ note }) => note)).toEqual([
      "in May 2026",
      "in May 2026, 2.0 k impaired beside it",
      "in May 2026: amortised, impaired and expensed at once",
      "earned and unpaid at the end of May 2026",
    ]);
    expect(details).toEqual([
      "The books begin in Feb 2025, the first month in which the plans on file pay: they open with 0.00, as commission of earlier plans isn't known.",
    ]);
  });

  test("says where what people owe is taken off", () => {
    const { sentence, figures } = accountingAnswer({
      ...currency,
      months: [period("2026-05", 440_000_00)],
      accrued: [{ label: "2026-05", closing_cents: 70_000_00 }],
      is_net: true,
      begins_on: null,
      policy: [],
    });
    expect(sentence).toContain("and 70.0 k was earned and unpaid, less what people owe.");
    expect(figures.at(-1)?.note).toBe(
      "earned and unpaid at the end of May 2026, less what people owe",
    );
  });

  test("says up to which day a period that runs is amortised", () => {
    const until = "2026-07-31";
    expect(bookPeriod({ label: "FY27-Q1", is_complete: true }, until)).toBe("FY27 Q1");
    expect(bookPeriod({ label: "FY27-Q2", is_complete: false }, until)).toBe(
      "FY27 Q2, so far, amortised to 31 Jul 2026",
    );
  });

  test("tells the policy in words", () => {
    const words = policyWords({
      capitalised_credit: ["owner", "split"],
      capitalised_measures: ["bookings", "new_customers"],
      excepted_components: ["Kick-off"],
      is_expedient: true,
      is_commensurate: false,
      customer_life_months: 60,
      term_months: 12,
      new_benefit: "customer_life",
      expansion_benefit: "36",
      renewal_benefit: "term",
      amortised_by: "month",
      amortised_from: "booking",
      lost_after_days: 90,
      paid_after_months: 1,
    });
    expect(words.slice(0, 2)).toEqual([
      "Costs of obtaining a contract are what components pay on bookings and new customers to people credited as owner and split, but for Kick-off. Everything else, guarantees included, is expensed as it is earned.",
      "Commission on new contracts is amortised over a customer's life of 60 months, on expansions over 36 months, on renewals and everything else over the contract's term. A deal that doesn't tell its term has one of 12 months.",
    ]);
    expect(words.at(-1)).toBe("Pay is accrued until 1 month after the end of its pay period.");
  });
});

describe("the answer of the page on compensation", () => {
  const quarter = (label: string, is_complete: boolean, earned_cents: number) => ({
    label,
    is_complete,
    earned_cents,
    budget_cents: 1_700_000_00,
    bookings_cents: 20_000_000_00,
    effective_rate: earned_cents / 20_000_000_00,
  });

  test("holds what was earned against the budget, and calls nothing of a running quarter paid", () => {
    const { sentence, details, figures } = compensationAnswer({
      ...currency,
      quarters: [quarter("FY27-Q1", true, 1_800_000_00), quarter("FY27-Q2", false, 600_000_00)],
      year: null,
      accrued_cents: 900_000_00,
      count_unquoted: 0,
    });
    expect(sentence).toBe(
      "Incentive pay earned in FY27 Q1 was USD 1.8 M, 9 % of bookings, 100 k over the budget.",
    );
    expect(details).toEqual(["FY27 Q2 has earned people USD 600 k so far, 3 % of bookings."]);
    expect(figures.map(({ label }) => label)).toEqual([
      "Earned",
      "Budget",
      "Effective rate",
      "Held",
    ]);
  });

  test("the forecast of pay says how many it leaves out, and why", () => {
    const told = (count_unquoted: number) =>
      compensationAnswer({
        ...currency,
        quarters: [quarter("FY27-Q1", true, 1_800_000_00)],
        year: null,
        accrued_cents: null,
        count_unquoted,
      }).details;
    expect(told(0)).toEqual([]);
    expect(told(1)).toEqual([
      "The forecast of pay leaves out one person from the first period on for which plans/quotas.csv gives no quota yet that their plan pays by; the page names them.",
    ]);
    expect(told(12)[0]).toContain("leaves out 12 people from");
  });
});

describe("the answer of the page on SPIFs", () => {
  const spif = (changes: Partial<SpifFacts>): SpifFacts => ({
    component: "Spring",
    state: "running",
    from_date: "2026-04-01",
    until_date: "2026-04-30",
    budget_cents: 5_000_00,
    spent_cents: 2_000_00,
    deals: 4,
    ...changes,
  });

  test.each([
    [{}, "The SPIF Spring has spent USD 2.0 k of 5.0 k on 4 deals and runs until 30 Apr 2026."],
    [
      { state: "ended", budget_cents: null, deals: 1 },
      "The SPIF Spring spent USD 2.0 k on 1 deal and ended on 30 Apr 2026.",
    ],
    [
      { spent_cents: null },
      "The SPIF Spring runs until 30 Apr 2026; too few people are paid to tell what it costs.",
    ],
    [{ state: "coming" }, "The SPIF Spring begins on 1 Apr 2026."],
  ])("of %o is: %s", (changes, sentence) => {
    expect(spifsAnswer([spif(changes)], currency).sentence).toBe(sentence);
  });

  test("says so where there is none", () => {
    expect(spifsAnswer([], currency).sentence).toMatch(/^No SPIF is on file/);
  });
});
