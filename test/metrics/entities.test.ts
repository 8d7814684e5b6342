import { beforeAll, describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, select } from "./company.ts";

/** Bookings by entity and year, of one entity type and view. */
function byYear(kpis: readonly Kpi[], entity_type: string, view: string) {
  const rows = select(kpis, { metric: "bookings", period: "year", entity_type, view });
  return Object.fromEntries(
    rows.map((row) => [`${row.entity_id} ${row.period_start.slice(0, 4)}`, row.value]),
  );
}

describe("views", () => {
  let kpis: Kpi[];

  beforeAll(async () => {
    const closed = ["2025-12-31", "2026-03-31", "2026-04-01"];
    kpis = await kpisOf({
      deals: closed.map((date, i) => won(`${i}`, "ann", 100 * 2 ** i, date)),
      reps: [["ann", "west", "emea"]],
      assignments: [
        ["ann", "east", "americas", "2026-01-01"],
        ["ann", "west", "emea", "2026-04-01"],
      ],
    });
  });

  test("as it was, a deal stays with its owner's team of the day it closed", () => {
    expect(byYear(kpis, "team", "as_was")).toMatchObject({ "east 2026": 200, "west 2026": 400 });
    expect(byYear(kpis, "region", "as_was")).toMatchObject({
      "americas 2026": 200,
      "emea 2026": 400,
    });
  });

  test("a deal closed before the first known assignment goes with the first", () => {
    expect(byYear(kpis, "team", "as_was")).toMatchObject({ "east 2025": 100 });
  });

  test("as it is, every deal is its owner's team's of today", () => {
    expect(byYear(kpis, "team", "as_is")).toEqual({ "west 2025": 100, "west 2026": 600 });
    expect(byYear(kpis, "region", "as_is")).toEqual({ "emea 2025": 100, "emea 2026": 600 });
  });

  test("a rep's own figures and the company's are the same in both", () => {
    for (const type of ["rep", "company", "segment"]) {
      expect(byYear(kpis, type, "as_was")).toEqual(byYear(kpis, type, "as_is"));
    }
  });
});

describe("what can't be placed", () => {
  test("a deal of no known rep or segment is unassigned, in both views", async () => {
    const deals: Deal[] = [
      { id: "1", status: "won", amount: 100, closed: "2026-06-10" },
      {
        id: "2",
        rep: "ghost",
        status: "won",
        amount: 10,
        closed: "2026-06-10",
      },
    ];
    const kpis = await kpisOf({ deals });
    for (const view of ["as_was", "as_is"]) {
      expect(byYear(kpis, "team", view)).toEqual({ "unassigned 2026": 110 });
      expect(byYear(kpis, "region", view)).toEqual({ "unassigned 2026": 110 });
    }
    expect(byYear(kpis, "segment", "as_is")).toEqual({ "unassigned 2026": 110 });
    expect(byYear(kpis, "rep", "as_is")).toEqual({ "ghost 2026": 10, "unassigned 2026": 100 });
  });

  test("a company that records no product lines has no products", async () => {
    const kpis = await kpisOf({ deals: [won("1", "ann", 100, "2026-06-10")] });
    expect(select(kpis, { entity_type: "product" })).toEqual([]);
  });
});

describe("products", () => {
  test("share a deal by their lines, to the cent", async () => {
    const kpis = await kpisOf({
      deals: [won("1", "ann", 100, "2026-06-10"), won("2", "ann", 50, "2026-06-10")],
      lines: [
        ["1", "ink", 10],
        ["1", "paper", 10],
        ["1", "toner", 10],
      ],
    });
    // running thirds of 100: 33, 67, 100; the deal without lines has no product
    expect(byYear(kpis, "product", "as_is")).toEqual({
      "ink 2026": 33,
      "paper 2026": 34,
      "toner 2026": 33,
      "unassigned 2026": 50,
    });
  });

  test("count a deal once, however many of its lines name the product", async () => {
    const kpis = await kpisOf({
      deals: [won("1", "ann", 90, "2026-06-10")],
      lines: [
        ["1", "ink", 10],
        ["1", "ink", 20],
        ["1", "paper", 60],
      ],
    });
    const count = { metric: "won_count", period: "year", view: "as_is", entity_type: "product" };
    expect(select(kpis, count).map((row) => row.value)).toEqual([1, 1]);
    expect(byYear(kpis, "product", "as_is")).toEqual({ "ink 2026": 30, "paper 2026": 60 });
  });

  test("share evenly where no line has an amount", async () => {
    const kpis = await kpisOf({
      deals: [won("1", "ann", 90, "2026-06-10")],
      lines: [
        ["1", "ink", null],
        ["1", "paper", null],
      ],
    });
    expect(byYear(kpis, "product", "as_is")).toEqual({ "ink 2026": 45, "paper 2026": 45 });
  });
});

function won(id: string, rep: string, amount: number, closed: string): Deal {
  return { id, rep, status: "won", amount, closed };
}
