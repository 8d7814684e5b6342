import { describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick, select } from "./company.ts";

const booked = (id: string, amount: number, closed: string): Deal => ({
  id,
  status: "won",
  amount,
  closed,
});
const replayed = (
  period_start: string,
  horizon: number,
  cutoff: string,
  mean_cents: number,
  actual_cents: number,
) => ({
  target: "bookings",
  entity_type: "company",
  entity_id: "Acme",
  period: "quarter",
  period_start,
  cutoff,
  horizon,
  model: "combination",
  is_published: true,
  mean_cents,
  lower_80_cents: mean_cents - 100,
  upper_80_cents: mean_cents + 100,
  lower_95_cents: mean_cents - 200,
  upper_95_cents: mean_cents + 200,
  actual_cents,
});
const call = (category: string, recorded_on: string, amount_cents: number) => ({
  entity_type: "company",
  entity_id: "Acme",
  period: "quarter",
  period_start: "2026-01-01",
  category,
  recorded_on,
  source: "plan",
  amount_cents,
});

/** The first quarter of 2026 brought 1,000, that of 2025 brought 700; data begin before. */
const kpis: Promise<Kpi[]> = kpisOf({
  deals: [
    booked("D0", 1, "2024-11-01"),
    booked("D1", 700, "2025-02-01"),
    booked("D2", 1_000, "2026-02-01"),
  ],
  rows: {
    forecast_backtest: [
      replayed("2026-01-01", 1, "2025-11-30", 1_300, 1_000),
      replayed("2026-01-01", 0, "2026-02-28", 1_150, 1_000),
    ],
    forecast_call: [
      call("commit", "2026-01-15", 500),
      call("commit", "2026-02-15", 950),
      call("commit", "2026-03-15", 1_000),
    ],
  },
});
const first = { period: "quarter", period_start: "2026-01-01", breakdown: null } as const;

describe("how past forecasts came out", () => {
  // said 1,150 where 1,000 came
  test("the last forecast before the period's end stands for it", async () => {
    const [wape, bias] = ["forecast_wape", "forecast_bias"];
    expect(pick(await kpis, { metric: wape, ...first })).toMatchObject({ value: 0.15, n: 1 });
    expect(pick(await kpis, { metric: bias, ...first }).value).toBe(0.15);
  });

  test.each([
    ["horizon 0", 0.15],
    ["horizon 1", 0.3],
    ["commit", -0.05],
    ["year before", -0.3],
  ])("%s is off by %d", async (breakdown, bias) => {
    const found = pick(await kpis, { metric: "forecast_bias", ...first, breakdown });
    expect(found.value).toBe(bias);
    const error = pick(await kpis, { metric: "forecast_wape", ...first, breakdown });
    expect(error.value).toBe(Math.abs(bias));
  });

  // the year before was 300 off, the forecast 150: 15 % closer; the commit of February was 50 off
  test("value is added to the year before, and taken from a better call of the same day", async () => {
    const added = { metric: "forecast_value_added", ...first };
    expect(pick(await kpis, added).value).toBe(0.15);
    expect(pick(await kpis, { ...added, breakdown: "commit" }).value).toBe(-0.1);
    expect(select(await kpis, { ...added, breakdown: "horizon 1" })).toEqual([]);
  });

  test("a range held or it didn't", async () => {
    expect(pick(await kpis, { metric: "range_held_80", ...first }).value).toBe(0);
    expect(pick(await kpis, { metric: "range_held_95", ...first }).value).toBe(1);
  });

  test("a forecast of nothing at all has no relative error", async () => {
    const found = await kpisOf({
      deals: [booked("D0", 1, "2024-11-01")],
      rows: { forecast_backtest: [replayed("2026-01-01", 0, "2026-02-28", 100, 0)] },
    });
    expect(pick(found, { metric: "forecast_wape", ...first }).status).toBe("absent");
  });
});
