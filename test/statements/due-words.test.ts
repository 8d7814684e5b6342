import { expect, test } from "vitest";
import { dueOf, type HeldLine, isOfTiming } from "../../pipelines/compensation/held-words.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan } from "../compensation/plan.ts";

/** What the held lines of Ann's pay say from a month on, with their causes where nothing fell due. */
function told(terms: string, credits: readonly Credit[], from = "2026-02-01") {
  const plan = onePlan(terms);
  const lines = pricePlan({ plan, credits }).lines.map(
    (line): HeldLine => ({
      plan: plan.name,
      component: line.component,
      cause: line.cause,
      period_start: line.payPeriod.periodStart,
      earned_on: line.date,
      credit_id: line.creditId,
      opportunity_id: line.opportunityId,
      opportunity: line.opportunityId === null ? null : `Deal ${line.opportunityId}`,
      amount_cents: line.amountCents,
      refund_id: line.cause === "reversal" ? "CN7" : null,
    }),
  );
  const due = dueOf({
    component: "Sales",
    terms: plan.components[0] ?? null,
    plan: plan.name,
    currency: "USD",
    through: "2026-12-31",
    lines,
    credits,
  });
  return lines
    .filter((line) => isOfTiming(line) && line.earned_on >= from)
    .map((line) => ({ ...due(line), cents: line.amount_cents }));
}

const halves = "quota: none, rate: 0.11388, paid: {booking: 0.5, cash: 0.5}";

const deal = (parts: Partial<Credit> = {}) =>
  creditOf(100_000, { creditId: "c", opportunityId: "D1", payments: [], ...parts });

test("what falls due is told as payment, rate and share", () => {
  const payments = [{ on: "2026-02-10", cents: 40_000 }];
  expect(told(halves, [deal({ payments })])).toEqual([
    {
      cents: 2278,
      words: [
        "50 % when booked, 50 % as it is paid",
        "Deal D1: 400.00 paid on 10 Feb 2026, × 11.388 % × 50 % = 22.78",
        "in all 22.78 fell due in the month, in which 0.00 was earned",
      ],
      deal: "Deal D1",
      cause: null,
    },
  ]);
});

test("a booking is told where it falls due later", () => {
  expect(told("quota: none, rate: 0.11388, hold_days: 30", [deal()])[0]?.words).toEqual([
    "100 % when booked, 30 days later",
    "Deal D1: 1,000.00 booked on 15 Jan 2026, × 11.388 % × 100 % = 113.88",
    "in all 113.88 fell due in the month, in which 0.00 was earned",
  ]);
});

test("deals of the month and payments for others sum to what is due", () => {
  const payments = [{ on: "2026-02-10", cents: 40_000 }];
  const another = creditOf(50_000, { date: "2026-02-20", opportunityId: "D2", payments: [] });
  // 113.88 × 0.4 / 2 = 22.78, and half of 56.94
  expect(told(halves, [deal({ payments }), another])).toMatchObject([
    {
      cents: -569,
      words: [
        "50 % when booked, 50 % as it is paid",
        "28.47 at once of 56.94 for deals of the month",
        "Deal D1: 400.00 paid on 10 Feb 2026, × 11.388 % × 50 % = 22.78",
        "in all 51.25 fell due in the month, in which 56.94 was earned",
      ],
      deal: null,
    },
  ]);
});

test("a credit note says which part of what it takes back was held", () => {
  const credits = [
    deal(),
    creditOf(-60_000, { date: "2026-02-12", reverses: "c", opportunityId: "D1" }),
  ];
  // 60 % of 113.88 is 68.33; of half of 113.88, 56.94, half of 45.55 is left: 22.78
  expect(told(halves, credits)).toEqual([
    {
      cents: 3417,
      words: [
        "50 % when booked, 50 % as it is paid",
        "Deal D1: 600.00 credited back on 12 Feb 2026 by credit note CN7: 68.33 is taken back, of which 34.16 had fallen due and 34.17 was held",
        "in all 34.16 that had fallen due was taken back in the month, in which −68.33 was earned",
      ],
      deal: "Deal D1",
      cause: "held before, not held any more since it is taken back",
    },
  ]);
});

test("what was never due is less that is held", () => {
  const credits = [
    deal({ payments: [{ on: "2026-02-10", cents: 30_000 }] }),
    creditOf(-50_000, { date: "2026-03-12", reverses: "c", opportunityId: "D1" }),
  ];
  const cash = "quota: none, rate: 0.1, paid: cash";
  // 30.00 is due of 100.00, then 30.00 of 50.00
  expect(told(cash, credits, "2026-03-01")).toMatchObject([
    {
      cents: 5000,
      words: [
        "100 % as it is paid",
        "Deal D1: 500.00 credited back on 12 Mar 2026 by credit note CN7: 50.00 less is held, none of which had fallen due",
        "in all 0.00 fell due in the month, in which −50.00 was earned",
      ],
    },
  ]);
});

test("what a multiplier changes is told apart from what fell due of deals", () => {
  const times = "multipliers: [{by: Sales, tiers: [{from: 0, times: 1}, {from: 1, times: 1.1}]}]";
  const credits = [
    deal({ payments: [{ on: "2026-02-10", cents: 100_000 }] }),
    creditOf(100_000, { date: "2026-03-20", opportunityId: "D2", payments: [] }),
  ];
  const rate = "quota: 2000, rate: 0.1, paid: cash";
  // 110.00 of 220.00 is due, of which 100.00 was in February
  expect(told(`${rate}, ${times}`, credits, "2026-03-01")).toMatchObject([
    {
      cents: -11_000,
      words: [
        "100 % as it is paid",
        "multipliers of all pay to date: 10.00",
        "in all 10.00 fell due in the month, in which 120.00 was earned",
      ],
    },
  ]);
});

test("no more than eight events are told one by one, and the rest as a sum", () => {
  const credits = Array.from({ length: 10 }, (_, at) =>
    deal({
      creditId: `c${at}`,
      opportunityId: `D${at}`,
      payments: [{ on: "2026-02-10", cents: 1000 * (at + 1) }],
    }),
  );
  const words = told("quota: none, rate: 0.1, paid: cash", credits)[0]?.words ?? [];
  expect(words).toHaveLength(11);
  expect(words[1]).toBe("Deal D9: 100.00 paid on 10 Feb 2026, × 10.0 % × 100 % = 10.00");
  expect(words.slice(-2)).toEqual([
    "and 2 more: 3.00",
    "in all 55.00 fell due in the month, in which 0.00 was earned",
  ]);
});
