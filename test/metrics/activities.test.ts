import { describe, expect, test } from "vitest";
import { type Activity, type Deal, kpisOf, pick, select } from "./company.ts";

const deals: Deal[] = [
  deal("early", "lost", "2025-01-05"),
  deal("w1", "won", "2026-06-20"),
  deal("w2", "won", "2026-06-25"),
  deal("l1", "lost", "2026-06-25"),
  deal("o1", "open", "2026-12-31"),
  deal("o2", "open", "2026-12-31"),
];
const activities: Activity[] = [
  ["call", "2026-02-01", "ann"],
  ["call", "2026-06-01", "ann", "w1"],
  ["email", "2026-06-10", "bob", "w1"],
  ["call", "2026-06-20", "ann", "w1"],
  ["email", "2026-06-21", "ann", "w1"],
  ["meeting", "2026-06-22", "bob", "o1"],
  ["call", "2026-06-23", "ann", "l1"],
  ["call", "2026-08-01", "ann", "o1"],
];
const reps = [
  ["ann", "east", "americas"],
  ["bob", "east", "americas"],
  ["cat", "east", "americas"],
] as const;
const kpis = kpisOf({ deals, activities, reps, asOf: "2026-07-31" });
const june = { period_start: "2026-06-01" };

describe("activities", () => {
  test("are counted on their day, for who logged them, and by kind", async () => {
    const count = { metric: "activity_count", ...june };
    expect(pick(await kpis, count).value).toBe(6);
    expect(pick(await kpis, { ...count, breakdown: "kind: call" }).value).toBe(3);
    const ann = { ...count, entity_type: "rep", entity_id: "ann" };
    expect(pick(await kpis, ann).value).toBe(4);
    expect(pick(await kpis, { ...count, entity_type: "team", entity_id: "east" }).value).toBe(6);
  });

  // formulas.md, activity_count: 0 when empty
  test("are zero in a quiet month, and unknown before the first on record", async () => {
    const at = (period_start: string) => ({
      metric: "activity_count",
      period: "month",
      period_start,
    });
    expect(pick(await kpis, at("2026-05-01"))).toMatchObject({ value: 0, status: "ok" });
    expect(select(await kpis, at("2026-01-01"))).toEqual([]);
    expect(pick(await kpis, at("2026-02-01"))).toMatchObject({ value: 1, status: "partial" });
  });

  test("per rep divide by those who logged one", async () => {
    const team = { metric: "activities_per_rep", ...june, entity_type: "team", entity_id: "east" };
    expect(pick(await kpis, team)).toMatchObject({ value: 3, numerator: 6, denominator: 2 });
  });

  test("of nobody known are counted, but are no rep's", async () => {
    const strange: Activity[] = [...activities, ["call", "2026-06-24", null]];
    const rows = await kpisOf({ deals, activities: strange, reps });
    expect(pick(rows, { metric: "activity_count", ...june }).value).toBe(7);
    const company = { metric: "activities_per_rep", ...june };
    expect(pick(rows, company)).toMatchObject({ value: 3, numerator: 6, denominator: 2 });
  });

  test("of several deals are effort on each, of another kind too", async () => {
    const shared: Activity[] = [...activities, ["other", "2026-06-12", "ann", "w1"]];
    const link = { source: "crm", activity_id: "a8", opportunity_id: "w2" };
    const rows = await kpisOf({ deals, activities: shared, reps, rows: { activity_link: [link] } });
    const won = { metric: "activities_per_won_deal", ...june };
    expect(pick(rows, won)).toMatchObject({ value: 2.5, numerator: 5, denominator: 2 });
    expect(pick(rows, { ...won, breakdown: "kind: other" }).value).toBe(1);
  });

  // w1 had three by its close, w2 none; what came after the win isn't counted
  test("per deal won stop at the win, and count deals without any", async () => {
    const won = { metric: "activities_per_won_deal", ...june };
    expect(pick(await kpis, won)).toMatchObject({ value: 1.5, numerator: 3, denominator: 2 });
    expect(pick(await kpis, won)).toMatchObject({
      lower_quartile: 0.75,
      median: 1.5,
      upper_quartile: 2.25,
    });
    expect(pick(await kpis, { ...won, breakdown: "kind: call" }).value).toBe(1);
  });

  // o1 had one by the as-of date, o2 none; what is planned for August hasn't happened
  test("per open deal are those up to the as-of date", async () => {
    const open = { metric: "activities_per_open_deal", period_start: "2026-07-01" };
    expect(pick(await kpis, open)).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
  });

  test("are absent, once and not zero, where none is on record", async () => {
    const rows = await kpisOf({ deals });
    for (const metric of ["activity_count", "activities_per_won_deal"]) {
      expect(select(rows, { metric }).map((row) => row.status)).toEqual(["absent"]);
    }
  });
});

function deal(id: string, status: Deal["status"], closed: string): Deal {
  return { id, rep: "ann", status, amount: 100, created: "2025-01-01", closed };
}
