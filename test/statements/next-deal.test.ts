import { describe, expect, test } from "vitest";
import { nextDealSection } from "../../pipelines/statements/next-deal-section.ts";
import { toldDeal } from "../../pipelines/statements/next-deal-words.ts";
import { creditsOf } from "../../pipelines/statements/own-pay.ts";
import { creditOfSale } from "../../src/compensation/next-deal/sale.ts";
import { typicalDeal } from "../../src/compensation/next-deal/typical-deal.ts";
import { nextDeal } from "../../src/compensation/next-deal.ts";
import { anybody } from "../../src/compensation/person.ts";
import { creditOf, planOf } from "../compensation/plan.ts";

const asOf = "2026-03-10";

/** What one more deal of 1,000.00 is told to pay, in all and by component. */
function told(budget: string) {
  const plan = planOf(`plan: Test
effective_from: 2026-01-01
components:
  - {name: Sales, quota: none, rate: 0.1}
  - {name: Spiff, quota: none, rate: 0.02, where: {from: 2026-01-01, until: 2026-12-31}, ${budget}}
`);
  const own = { plan, person: anybody("ann"), credits: [], assigned: () => null, asOf };
  const sale = { date: asOf, amountCents: 100_000, type: null, product: null, role: null };
  const { total, rows } = toldDeal(plan, nextDeal(own, [creditOfSale(sale, "ann")]));
  return { total, amounts: rows.map(({ component, amount }) => [component, amount]) };
}

describe("the next deal in words", () => {
  const amounts = [
    ["Sales", "100.00"],
    ["Spiff", "20.00"],
  ];

  test("sums to what is listed under it, what rests on a budget told apart", () => {
    expect(told("budget: {amount: 500}")).toEqual({
      total: "100.00 USD, and 20.00 USD more while the budget lasts",
      amounts,
    });
    expect(told("budget: {amount: 500, use: pro_rata}")).toEqual({
      total: "100.00 USD, and up to 20.00 USD of a budget that is shared",
      amounts,
    });
    expect(told("reversal: recompute")).toEqual({ total: "120.00 USD", amounts });
  });
});

test("what the next deal would pay isn't told where a quota is missing, and stops nothing", () => {
  const plan = planOf(`plan: Test
effective_from: 2026-01-01
components:
  - {name: Sales, period: quarter, threshold: 0.5, rate: 0.1}
`);
  const own = { plan, person: anybody("ann"), credits: [], assigned: () => null, asOf };
  const recent = [creditOf(100_000, { date: "2026-02-01" })];
  expect(nextDealSection(own, recent).html).toContain(
    "The plan Test pays by your quota, and there is none yet for FY26 Q1: what another deal pays can’t be told.",
  );
  const quoted = { ...own, assigned: () => 100_000 };
  expect(nextDealSection(quoted, recent).html).toContain("One more deal of");
});

test("a deal that a supplement credits, too, is as large as it is", () => {
  const credit = creditOf(100_000, { opportunityId: "D1" });
  const staffed = (name: string) => {
    const terms = planOf(
      `plan: ${name}\neffective_from: 2026-01-01\ncomponents:\n  - {name: Sales, quota: none, rate: 0.1}\n`,
    );
    const people = [anybody("ann")];
    const plan = { terms, people, file: "", sha256: "", text: "", placeOf: () => ({}) };
    return { plan, credits: new Map([["ann", [credit]]]), assigned: () => null };
  };
  const credits = creditsOf("ann", [staffed("Sellers"), staffed("Contest")]);
  expect(typicalDeal(credits, asOf)).toMatchObject({ amountCents: 100_000, deals: 1 });
});
