import { describe, expect, test } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import { type Deal, type Kpi, kpisOf, pick, select } from "./company.ts";

const bookings = { metric: "bookings", period: "month", view: "as_is" };

describe("which periods are reported", () => {
  test("from an entity's first deal to the as-of date, quiet months being zero", async () => {
    const deals = [won("1", "ann", "2026-04-10"), won("2", "bob", "2026-06-10")];
    const reps = [
      ["ann", "east", "americas"],
      ["bob", "east", "americas"],
    ] as const;
    const kpis = await kpisOf({ deals, reps, asOf: "2026-07-15" });
    expect(monthly(kpis, "ann")).toEqual([
      ["2026-04-01", 100],
      ["2026-05-01", 0],
      ["2026-06-01", 0],
      ["2026-07-01", 0],
    ]);
    expect(monthly(kpis, "bob")).toEqual([
      ["2026-06-01", 100],
      ["2026-07-01", 0],
    ]);
  });

  test("to the last deal of a rep who left", async () => {
    const deals = [won("1", "ann", "2026-04-10"), won("2", "ann", "2026-05-10")];
    const reps = [["ann", "east", "americas", true]] as const;
    const kpis = await kpisOf({ deals, reps });
    expect(monthly(kpis, "ann").map(([start]) => start)).toEqual(["2026-04-01", "2026-05-01"]);
  });

  test("from a quota on, where nothing was closed yet", async () => {
    const kpis = await kpisOf({
      deals: [won("1", "ann", "2026-01-10")],
      quotas: [["rep", "bob", "month", "2026-06-01", 500]],
      reps: [["bob", "east", "americas"]],
    });
    expect(monthly(kpis, "bob")).toEqual([
      ["2026-06-01", 0],
      ["2026-07-01", 0],
    ]);
  });

  test("a deal closed on a day to come counts in none, until that day", async () => {
    const deals = [won("1", "ann", "2026-07-01"), won("2", "ann", "2026-08-10")];
    const august = { ...bookings, period_start: "2026-08-01" };
    const year = { ...bookings, period: "year", period_start: "2026-01-01" };
    const before = await kpisOf({ deals, asOf: "2026-08-09" });
    expect(pick(before, august).value).toBe(0);
    expect(pick(before, { ...year, metric: "won_count" }).value).toBe(1);
    expect(select(await kpisOf({ deals, asOf: "2026-07-31" }), august)).toEqual([]);
    const reached = await kpisOf({ deals, asOf: "2026-08-10" });
    expect(pick(reached, august).value).toBe(100);
    expect(pick(reached, year).value).toBe(200);
  });

  test("none for a company without deals or quotas: each metric is absent, once", async () => {
    const kpis = await kpisOf({ deals: [] });
    expect(kpis.map((kpi) => kpi.metric)).toEqual(metrics.map((metric) => metric.name).toSorted());
    const absent = { entity_id: "Acme", period: "year", value: null, n: 0, status: "absent" };
    for (const kpi of kpis) expect(kpi).toMatchObject(absent);
  });
});

describe("fiscal periods", () => {
  test("follow the company's fiscal year", async () => {
    const deals = [won("1", "ann", "2026-01-31"), won("2", "ann", "2026-02-01")];
    const kpis = await kpisOf({ deals, startMonth: 2 });
    const years = select(kpis, { ...bookings, period: "year", entity_type: "company" });
    expect(years.map((row) => [row.period_start, row.value])).toEqual([
      ["2025-02-01", 100],
      ["2026-02-01", 100],
    ]);
  });

  // 3 wins in April, May and the first 15 of June's 30 days: 3 / 2.5
  test("count a begun month of throughput by its days", async () => {
    const closed = ["2026-04-10", "2026-05-10", "2026-06-10"];
    const deals = closed.map((date, index) => won(`${index}`, "ann", date));
    const kpis = await kpisOf({ deals, asOf: "2026-06-15" });
    const wanted = { metric: "deal_throughput", period: "quarter", period_start: "2026-04-01" };
    expect(pick(kpis, wanted)).toMatchObject({ value: 1.2, denominator: 2.5, status: "partial" });
  });
});

describe("the status of a value", () => {
  const deals = [won("0", "ann", "2026-04-10"), won("1", "ann", "2026-05-10")];

  test("is too few below the company's minimum, for rates and means only", async () => {
    const kpis = await kpisOf({ deals, minCell: 2 });
    const may = { period_start: "2026-05-01" };
    expect(pick(kpis, { ...may, metric: "win_rate" })).toMatchObject({
      value: 1,
      status: "too_few",
    });
    expect(pick(kpis, { ...may, metric: "average_deal_size" }).status).toBe("too_few");
    expect(pick(kpis, { ...may, metric: "bookings" }).status).toBe("ok");
  });

  test("is partial before too few, and absent before partial", async () => {
    const kpis = await kpisOf({ deals, minCell: 2, asOf: "2026-06-15" });
    const rate = { metric: "win_rate" };
    expect(pick(kpis, { ...rate, period_start: "2026-04-01" }).status).toBe("partial");
    expect(pick(kpis, { ...rate, period_start: "2026-06-01" }).status).toBe("absent");
  });
});

function won(id: string, rep: string, closed: string): Deal {
  return { id, rep, status: "won", amount: 100, closed };
}

function monthly(kpis: readonly Kpi[], rep: string) {
  const rows = select(kpis, { ...bookings, entity_type: "rep", entity_id: rep });
  return rows.map((row) => [row.period_start, row.value]);
}
