import { expect, test } from "vitest";
import { dueEvents } from "../../pipelines/compensation/due-words.ts";
import { creditOf, onePlan } from "../compensation/plan.ts";

/** What is told of a deal of 1,000.00 that was paid 113.88 and is half due as it is paid. */
const told = (terms: string, monthEnd: string) => {
  const [component] = onePlan(`quota: none, rate: 0.11388, ${terms}`).components;
  if (component === undefined) throw new Error("a plan without a component");
  const payments = [{ on: "2026-02-10", cents: 40_000 }];
  const credit = creditOf(100_000, { creditId: "c", opportunityId: "D1", payments });
  const name = (id: string) => `Deal ${id}`;
  return dueEvents(monthEnd, component, [credit], "USD", name, () => 11_388);
};

test("what falls due is told as payment, rate and share", () => {
  const paid = "paid: {booking: 0.5, cash: 0.5}";
  expect(told(paid, "2026-02-28")).toEqual({
    words: ["Deal D1: 400.00 paid on 10 Feb 2026, × 11.388 % × 50 % = 22.78"],
    opportunityIds: ["D1"],
  });
  expect(told(paid, "2026-03-31")).toEqual({ words: [], opportunityIds: [] });
});

test("a booking is told where it falls due later", () => {
  expect(told("hold_days: 30", "2026-02-28").words).toEqual([
    "Deal D1: 1,000.00 booked on 15 Jan 2026, × 11.388 % × 100 % = 113.88",
  ]);
});
