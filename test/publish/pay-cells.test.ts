import { expect, test } from "vitest";
import { foldedMonths, type MonthRow } from "../../pipelines/publish/pay-cells.ts";

const month = (period_start: string, people: number, budget_cents: number | null): MonthRow => ({
  period_start,
  people,
  earned_cents: 100,
  due_cents: 60,
  accrued_cents: 40,
  budget_cents,
});

test("months of few people are part of the next, with their budgets where all have one", () => {
  const months = [
    month("2026-01-01", 2, 500),
    month("2026-02-01", 9, 700),
    month("2026-03-01", 1, null),
    month("2026-04-01", 9, 700),
    month("2026-05-01", 1, 900),
  ];
  const told = foldedMonths(months, 5);
  expect(told.map(({ period_start }) => period_start)).toEqual(["2026-02-01", "2026-04-01"]);
  expect(told.map(({ earned_cents, due_cents }) => [earned_cents, due_cents])).toEqual([
    [200, 120],
    [200, 120],
  ]);
  expect(told.map(({ budget_cents }) => budget_cents)).toEqual([1_200, null]);
});
