import { expect, test } from "vitest";
import { foldedMonths, type MonthRow } from "../../pipelines/publish/pay-cells.ts";

const month = (period_start: string, people: number, budget_cents: number | null): MonthRow => ({
  period_start,
  people,
  earned_cents: 100,
  due_cents: 60,
  accrued_cents: 40,
  budget_cents,
  quarter_start: period_start < "2026-04-01" ? "2026-01-01" : "2026-04-01",
  quarter_budget_cents: 1000,
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

test("months tell what of their quarter's budget is earned by their end", () => {
  const rates = (people: readonly number[]) =>
    foldedMonths(
      people.map((count, at) => month(`2026-0${at + 1}-01`, count, null)),
      5,
    ).map(({ quarter_budget_rate }) => quarter_budget_rate);
  // 100 a month of 1,000 a quarter
  expect(rates([9, 9, 9, 9, 9])).toEqual([0.1, 0.2, 0.3, 0.1, 0.2]);
  expect(rates([2, 9, 9, 9])).toEqual([0.2, 0.3, 0.1]);
  // March is part of April: what the second quarter has earned would tell of it
  expect(rates([9, 9, 2, 9, 9])).toEqual([0.1, 0.2, null, null]);
});
