import { describe, expect, test } from "vitest";
import { type Deal, kpisOf, pick } from "./company.ts";

/** The traps of the field's formulas, by the number they have there. */
describe("traps that other systems fell into", () => {
  test("1: wins without losses are a rate of 1, and a team divides its own sums", async () => {
    const deals: Deal[] = [
      deal("a1", "ann", "won", 5000),
      deal("a2", "ann", "won", 5000),
      deal("b1", "bob", "won", 5000),
      deal("b2", "bob", "lost", 5000),
    ];
    const reps = [
      ["ann", "east", "americas"],
      ["bob", "east", "americas"],
    ] as const;
    const kpis = await kpisOf({ deals, reps });
    for (const metric of ["win_rate", "win_rate_value"]) {
      const wanted = { metric, period_start: "2026-06-01" };
      expect(pick(kpis, { ...wanted, entity_type: "rep", entity_id: "ann" }).value).toBe(1);
      expect(pick(kpis, { ...wanted, entity_type: "rep", entity_id: "bob" }).value).toBe(0.5);
      expect(pick(kpis, { ...wanted, entity_type: "team", entity_id: "east" }).value).toBe(0.75);
    }
  });

  test("3: days to close are positive, and reversed dates have no length", async () => {
    const forward = { ...deal("a", "ann", "won", 1), created: "2026-06-01" };
    const reversed = { ...deal("b", "ann", "won", 1), created: "2026-06-29" };
    const kpis = await kpisOf({ deals: [forward, reversed] });
    const kpi = pick(kpis, { metric: "sales_cycle_days", period_start: "2026-06-01" });
    expect(kpi).toMatchObject({ value: 14, n: 1 });
  });

  test("7: won is the stage's status, whatever the forecast category says", async () => {
    const omitted = { ...deal("a", "ann", "won", 100), category: "Omitted" };
    const hopeful = { ...deal("b", "ann", "open", 900), category: "Closed" };
    const kpis = await kpisOf({ deals: [omitted, hopeful] });
    const june = { period_start: "2026-06-01" };
    expect(pick(kpis, { ...june, metric: "bookings" }).value).toBe(100);
    expect(pick(kpis, { ...june, metric: "lost_count" }).value).toBe(0);
  });

  test("9: the period in which the data begin is partial", async () => {
    const deals = [
      deal("a", "ann", "won", 1),
      { ...deal("b", "ann", "won", 1), closed: "2026-07-02" },
    ];
    const kpis = await kpisOf({ deals });
    const status = (period_start: string) =>
      pick(kpis, { metric: "win_rate", period_start }).status;
    expect(status("2026-06-01")).toBe("partial");
    expect(status("2026-07-01")).toBe("ok");
  });

  test("9: a period that the as-of date cuts off is partial", async () => {
    const deals = [
      { ...deal("a", "ann", "won", 1), closed: "2026-01-02" },
      deal("b", "ann", "won", 1),
    ];
    const kpis = await kpisOf({ deals, asOf: "2026-06-20" });
    const kpi = pick(kpis, { metric: "win_rate", period_start: "2026-06-01" });
    expect(kpi).toMatchObject({ value: 1, status: "partial" });
  });

  test("11: a missing amount is neither zero nor a lost deal", async () => {
    const deals = [deal("a", "ann", "won", 300), deal("b", "ann", "won", null)];
    const kpis = await kpisOf({ deals });
    const june = { period_start: "2026-06-01" };
    expect(pick(kpis, { ...june, metric: "won_count" }).value).toBe(2);
    expect(pick(kpis, { ...june, metric: "bookings" })).toMatchObject({ value: 300, n: 1 });
    expect(pick(kpis, { ...june, metric: "average_deal_size" }).value).toBe(300);
  });

  test("11: bookings are absent, not zero, when no won deal has a value", async () => {
    const kpis = await kpisOf({ deals: [deal("a", "ann", "won", null)] });
    const kpi = pick(kpis, { metric: "bookings", period_start: "2026-06-01" });
    expect(kpi).toMatchObject({ value: null, status: "absent" });
  });

  test("11: lost deals without amounts leave the rate by value absent, not 1", async () => {
    const deals = [deal("a", "ann", "won", 300), deal("b", "ann", "lost", null)];
    const kpis = await kpisOf({ deals });
    const kpi = pick(kpis, { metric: "win_rate_value", period_start: "2026-06-01" });
    expect(kpi).toMatchObject({ value: null, status: "absent" });
  });

  test("11: sums of the largest amounts don't overflow", async () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const deals = Array.from({ length: 2000 }, (_, i) => deal(`d${i}`, "ann", "won", huge));
    const kpis = await kpisOf({ deals });
    const kpi = pick(kpis, { metric: "bookings", period_start: "2026-06-01" });
    expect(kpi.value).toBe(2000 * huge);
  });
});

function deal(id: string, rep: string, status: Deal["status"], amount: number | null): Deal {
  return { id, rep, status, amount, created: "2026-06-01", closed: "2026-06-15" };
}
