import { describe, expect, test } from "vitest";
import { type Deal, kpisOf, pick } from "./company.ts";

const deals: Deal[] = [
  { id: "1", rep: "ann", status: "won", amount: 300, closed: "2026-02-10" },
  { id: "2", rep: "bob", status: "won", amount: 500, closed: "2026-02-20" },
];
const reps = [
  ["ann", "east", "americas"],
  ["bob", "east", "americas"],
] as const;
const attainment = { metric: "quota_attainment" };

describe("quota attainment", () => {
  // formulas.md: a team's attainment is the team's credit over the team's own quota
  test("divides the team's bookings by the team's own quota", async () => {
    const kpis = await kpisOf({
      deals,
      reps,
      asOf: "2026-03-31",
      quotas: [
        ["team", "east", "quarter", "2026-01-01", 1000],
        ["rep", "ann", "quarter", "2026-01-01", 600],
        ["rep", "bob", "quarter", "2026-01-01", 600],
      ],
    });
    const quarter = { ...attainment, period: "quarter", period_start: "2026-01-01" };
    const value = (type: string, id: string) =>
      pick(kpis, { ...quarter, entity_type: type, entity_id: id }).value;
    expect(value("team", "east")).toBe(0.8);
    expect(value("rep", "ann")).toBe(0.5);
    expect(value("rep", "bob")).toBe(500 / 600);
  });

  test("sums a quarter's quota from its three months and a year's from its four quarters", async () => {
    const months = ["2026-01-01", "2026-02-01", "2026-03-01"];
    const kpis = await kpisOf({
      deals,
      asOf: "2026-12-31",
      quotas: [
        ...months.map((start) => ["company", "Acme", "month", start, 200] as const),
        ["company", "Acme", "quarter", "2026-04-01", 400],
        ["company", "Acme", "quarter", "2026-07-01", 400],
        ["company", "Acme", "quarter", "2026-10-01", 200],
      ],
    });
    const row = (period: string, start: string) =>
      pick(kpis, { ...attainment, period, period_start: start });
    expect(row("quarter", "2026-01-01").denominator).toBe(600);
    expect(row("year", "2026-01-01").denominator).toBe(1600);
    expect(row("month", "2026-04-01")).toMatchObject({ value: null, status: "absent" });
  });

  test("takes a written year over its quarters, and never parts of it", async () => {
    const starts = ["2026-01-01", "2026-04-01", "2026-07-01"];
    const kpis = await kpisOf({
      deals,
      asOf: "2026-12-31",
      quotas: [
        ["company", "Acme", "year", "2026-01-01", 5000],
        ...starts.map((start) => ["company", "Acme", "quarter", start, 100] as const),
        ["rep", "ann", "quarter", "2026-01-01", 100],
        ["rep", "bob", "year", "2026-01-01", 100],
      ],
    });
    const year = { ...attainment, period: "year", period_start: "2026-01-01" };
    expect(pick(kpis, year).denominator).toBe(5000);
    expect(pick(kpis, { ...year, entity_type: "rep", entity_id: "ann" }).denominator).toBeNull();
    const quarter = { ...attainment, period: "quarter", period_start: "2026-01-01" };
    expect(pick(kpis, { ...quarter, entity_type: "rep", entity_id: "bob" }).denominator).toBeNull();
  });

  test("is absent, not infinite, when the quota is zero", async () => {
    const kpis = await kpisOf({
      deals,
      asOf: "2026-03-31",
      quotas: [["company", "Acme", "month", "2026-02-01", 0]],
    });
    const kpi = pick(kpis, { ...attainment, period_start: "2026-02-01" });
    expect(kpi).toMatchObject({ value: null, numerator: 800, denominator: 0, status: "absent" });
  });

  test("is zero for a rep with a quota who hasn't won", async () => {
    const kpis = await kpisOf({
      deals,
      reps: [...reps, ["cat", "east", "americas"]],
      asOf: "2026-03-31",
      quotas: [["rep", "cat", "quarter", "2026-01-01", 100]],
    });
    const wanted = { ...attainment, period: "quarter", period_start: "2026-01-01" };
    expect(pick(kpis, { ...wanted, entity_type: "rep", entity_id: "cat" }).value).toBe(0);
  });
});
