import { describe, expect, test } from "vitest";
import { type Deal, kpisOf, pick, select } from "./company.ts";

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("sales velocity", () => {
  // formulas.md, sales_velocity: 40 × 25,000 × 0.25 / 90 = 2,777 a day
  const open = times(
    40,
    (i): Deal => ({ id: `o${i}`, status: "open", amount: 1, closed: "2026-12-01" }),
  );
  const decided = times(
    20,
    (i): Deal => ({
      id: `c${i}`,
      status: i % 4 === 0 ? "won" : "lost",
      amount: 2_500_000,
      created: "2026-01-01",
      closed: "2026-04-01",
    }),
  );
  const older: Deal = {
    id: "old",
    status: "won",
    amount: 9,
    created: "2025-06-30",
    closed: "2025-07-01",
  };
  const kpis = kpisOf({ deals: [...open, ...decided, older], asOf: "2026-07-31", minCell: 5 });

  test("is 2,777 a day in the worked example", async () => {
    const kpi = pick(await kpis, { metric: "sales_velocity", period_start: "2026-07-01" });
    expect(Math.floor((kpi.value ?? Number.NaN) / 100)).toBe(2777);
    expect(kpi).toMatchObject({ numerator: 25_000_000, denominator: 90, n: 5, status: "ok" });
  });

  test("has rows only for the periods that hold the as-of date", async () => {
    const rows = select(await kpis, {
      metric: "sales_velocity",
      entity_type: "company",
      view: "as_was",
    });
    expect(rows.map((row) => `${row.period} ${row.period_start}`)).toEqual([
      "month 2026-07-01",
      "quarter 2026-07-01",
      "year 2026-01-01",
    ]);
  });

  test("is partial where the data don't reach back twelve months", async () => {
    const rows = await kpisOf({ deals: [...open, ...decided], asOf: "2026-07-31" });
    const kpi = pick(rows, { metric: "sales_velocity", period_start: "2026-07-01" });
    expect(kpi.status).toBe("partial");
  });

  test("is absent when nothing was won", async () => {
    const rows = await kpisOf({ deals: open });
    const kpi = pick(rows, { metric: "sales_velocity", period_start: "2026-07-01" });
    expect(kpi).toMatchObject({ value: null, status: "absent" });
  });
});

describe("pipeline coverage", () => {
  const deals: Deal[] = [
    { id: "won", status: "won", amount: 400, closed: "2026-07-05" },
    { id: "today", status: "open", amount: 700, closed: "2026-07-31" },
    { id: "later", status: "open", amount: 1100, closed: "2026-09-30" },
    { id: "overdue", status: "open", amount: 9000, closed: "2026-07-30" },
    { id: "next", status: "open", amount: 500, closed: "2026-10-01" },
    { id: "unpriced", status: "open", amount: null, closed: "2026-09-01" },
  ];
  const kpis = kpisOf({
    deals,
    quotas: [
      ["company", "Acme", "quarter", "2026-07-01", 1000],
      ["company", "Acme", "quarter", "2026-10-01", 2000],
      ["company", "Acme", "month", "2026-07-01", 400],
    ],
  });
  const coverage = { metric: "pipeline_coverage", period: "quarter" };

  // (700 + 1,100) open from the as-of date on / (1,000 − 400) still to be attained
  test("divides what is open for the rest of the period by what is left of its quota", async () => {
    expect(pick(await kpis, { ...coverage, period_start: "2026-07-01" })).toMatchObject({
      value: 3,
      numerator: 1800,
      denominator: 600,
      n: 3,
      status: "ok",
    });
  });

  test("reaches to later periods that have a quota", async () => {
    expect(pick(await kpis, { ...coverage, period_start: "2026-10-01" }).value).toBe(500 / 2000);
    const later = select(await kpis, { ...coverage, period_start: "2027-01-01" });
    expect(later).toEqual([]);
  });

  test("is in the bookings measure, as the quota is", async () => {
    const measured = { ...deals[1], bookings: 300 } as Deal;
    const rows = await kpisOf({
      deals: [measured],
      quotas: [["company", "Acme", "quarter", "2026-07-01", 600]],
    });
    expect(pick(rows, { ...coverage, period_start: "2026-07-01" })).toMatchObject({
      value: 0.5, // 300 of 600, though its amount is 700
      numerator: 300,
    });
  });

  test("is absent once the quota is attained", async () => {
    const kpi = pick(await kpis, { metric: "pipeline_coverage", period_start: "2026-07-01" });
    expect(kpi).toMatchObject({ value: null, denominator: 0, status: "absent" });
  });

  test("is absent without a quota", async () => {
    const kpi = pick(await kpis, { ...coverage, period: "year", period_start: "2026-01-01" });
    expect(kpi).toMatchObject({ value: null, denominator: null, status: "absent" });
  });

  test("has no rows for periods that are over", async () => {
    expect(select(await kpis, { ...coverage, period_start: "2026-04-01" })).toEqual([]);
  });
});

test("an open deal of no stage counts once", async () => {
  const open: Deal = { id: "o", status: "open", amount: 70, closed: "2026-12-01" };
  const kpis = await kpisOf({ deals: [open] });
  const row = { metric: "open_pipeline", period_start: "2026-07-01" };
  expect(pick(kpis, row)).toMatchObject({ value: 70, n: 1 });
  expect(pick(kpis, { ...row, breakdown: "stage: not given" })).toMatchObject({ value: 70, n: 1 });
});
