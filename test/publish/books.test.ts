import { describe, expect, test } from "vitest";
import {
  type AccruedRow,
  type BookRow,
  foldedAccruals,
  foldedBooks,
  isNetOfAdvances,
} from "../../pipelines/publish/book-cells.ts";
import { foldedSpifTeams, type SpendRow, spending } from "../../pipelines/publish/spif-cells.ts";

const month = (deal_type: string, at: number, people: number, capitalised: number): BookRow => ({
  period: "month",
  period_start: `2026-0${at}-01`,
  label: `2026-0${at}`,
  is_complete: true,
  deal_type,
  people,
  opening_cents: (at - 1) * 100,
  capitalised_cents: capitalised,
  amortised_cents: capitalised - 100,
  impaired_cents: 0,
  closing_cents: at * 100,
  expensed_cents: 1,
});

const told = (rows: readonly BookRow[]) =>
  foldedBooks(rows, 5).map((row) => [
    row.deal_type,
    row.label,
    row.opening_cents,
    row.capitalised_cents,
    row.closing_cents,
  ]);

describe("the roll-forward as it is published", () => {
  test("a month of few people is part of the next, and the last of few isn't told", () => {
    expect(
      told([
        month("all", 1, 9, 150),
        month("all", 2, 2, 160),
        month("all", 3, 6, 170),
        month("all", 4, 4, 180),
      ]),
    ).toEqual([
      ["all", "2026-01", 0, 150, 100],
      ["all", "2026-03", 100, 330, 300],
    ]);
  });

  test("types of deals of few people are told together, so that none is what the others leave", () => {
    const rows = [
      month("all", 1, 20, 600),
      month("expansion", 1, 3, 150),
      month("new", 1, 12, 200),
      month("renewal", 1, 8, 250),
    ];
    expect(told(rows)).toEqual([
      ["all", "2026-01", 0, 600, 100],
      ["new", "2026-01", 0, 200, 100],
      ["other", "2026-01", 0, 400, 200],
    ]);
  });

  test("with two types and one of few people only the whole is told", () => {
    const rows = [
      month("all", 1, 20, 600),
      month("expansion", 1, 3, 150),
      month("new", 1, 12, 200),
    ];
    expect(told(rows)).toEqual([["all", "2026-01", 0, 600, 100]]);
  });
});

describe("what is earned and unpaid as it is published", () => {
  const row = (debtors: number): AccruedRow => ({
    period: "month",
    period_start: "2026-01-01",
    label: "2026-01",
    is_complete: true,
    people: 9,
    debtors,
    opening_cents: 1_000,
    earned_cents: 500,
    guaranteed_cents: 20,
    settled_cents: 420,
    closing_cents: 1_100,
    advance_opening_cents: 100,
    advance_closing_cents: 130,
    paid_cents: 450,
  });

  test("sets advances off where few people owe", () => {
    expect(isNetOfAdvances([row(1)], 5)).toBe(true);
    expect(foldedAccruals([row(1)], 5)).toMatchObject([
      {
        opening_cents: 900,
        earned_cents: 520,
        paid_cents: 450,
        closing_cents: 970,
        advance_cents: null,
      },
    ]);
  });

  test("tells them apart where enough do", () => {
    expect(isNetOfAdvances([row(5), row(0)], 5)).toBe(false);
    expect(foldedAccruals([row(5)], 5)).toMatchObject([
      {
        opening_cents: 1_000,
        earned_cents: 520,
        paid_cents: 420,
        closing_cents: 1_100,
        advance_cents: 130,
      },
    ]);
  });
});

describe("SPIFs as they are published", () => {
  const week = (week_end: string, ...people: string[]): SpendRow[] =>
    people.map((rep_id) => ({
      spif_id: "S",
      week_end,
      rep_id,
      is_returned: false,
      amount_cents: 100,
    }));
  const back = (week_end: string, ...people: string[]) =>
    week(week_end, ...people).map((row) => ({ ...row, is_returned: true, amount_cents: -50 }));

  test("tell what is spent when enough people were paid since the point before, and all of it at last", () => {
    const rows = [
      ...week("2026-05-10", "a", "b"),
      ...week("2026-05-17", "c"),
      ...week("2026-05-24", "a", "b", "d"),
      ...week("2026-05-31", "a"),
    ];
    expect(spending(rows, 3)).toEqual({
      spent: [
        { spif_id: "S", on: "2026-05-17", spent_cents: 300 },
        { spif_id: "S", on: "2026-05-24", spent_cents: 700 },
      ],
      returned: [],
    });
    expect(spending(rows, 5)).toEqual({ spent: [], returned: [] });
  });

  test("tell what is taken back long after a SPIF apart, but that of few people within its last point", () => {
    const rows = [...week("2026-05-10", "a", "b", "c"), ...week("2026-05-17", "a", "b", "c")];
    const first = { spif_id: "S", on: "2026-05-10", spent_cents: 300 };
    const last = { spif_id: "S", on: "2026-05-17" };
    expect(spending([...rows, ...back("2027-01-31", "a")], 3)).toEqual({
      spent: [first, { ...last, spent_cents: 550 }],
      returned: [],
    });
    expect(spending([...rows, ...back("2027-01-31", "a", "b", "c")], 3)).toEqual({
      spent: [first, { ...last, spent_cents: 600 }],
      returned: [{ spif_id: "S", returned_cents: 150 }],
    });
  });

  test("tell teams of few people together", () => {
    const team = (name: string, people: number) => ({
      spif_id: "S",
      team: name,
      people,
      paid_cents: people,
    });
    expect(foldedSpifTeams([team("North", 6), team("South", 2), team("West", 3)], 5)).toEqual([
      team("North", 6),
      team("Smaller groups", 5),
    ]);
    expect(foldedSpifTeams([team("South", 2), team("West", 3)], 5)).toEqual([team("All teams", 5)]);
    expect(foldedSpifTeams([team("South", 2)], 5)).toEqual([]);
  });
});
