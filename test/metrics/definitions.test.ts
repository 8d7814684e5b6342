import { beforeAll, describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick } from "./company.ts";

/**
 * Worked by hand. June 2026 closes four wins of 10, 20, 30 and 60 thousand after 10, 20, 30 and
 * 100 days, and two losses of 40 thousand each; amounts in cents.
 */
const june: Deal[] = [
  won("w1", 1_000_000, "2026-06-01", "2026-06-11"),
  won("w2", 2_000_000, "2026-05-23", "2026-06-12"),
  won("w3", 3_000_000, "2026-05-14", "2026-06-13"),
  won("w4", 6_000_000, "2026-03-06", "2026-06-14"),
  { ...won("l1", 4_000_000, "2026-05-01", "2026-06-15"), status: "lost" },
  { ...won("l2", 4_000_000, "2026-05-01", "2026-06-16"), status: "lost" },
];

let kpis: Kpi[];

beforeAll(async () => {
  const early: Deal = won("w0", 500_000, "2026-04-01", "2026-04-02");
  kpis = await kpisOf({ deals: [early, ...june], asOf: "2026-06-30" });
});

describe("metrics of closed deals, by their formulas", () => {
  test.each([
    ["bookings", 12_000_000, 12_000_000, null, 4],
    ["won_count", 4, 4, null, 4],
    ["lost_count", 2, 2, null, 2],
    ["win_rate", 4 / 6, 4, 6, 6],
    ["win_rate_value", 12 / 20, 12_000_000, 20_000_000, 6],
    ["average_deal_size", 3_000_000, 12_000_000, 4, 4],
    ["sales_cycle_days", 40, 160, 4, 4],
    ["deal_throughput", 4, 4, 1, 4],
  ])("%s is %d", (metric, value, numerator, denominator, n) => {
    const kpi = pick(kpis, { metric, period_start: "2026-06-01" });
    expect(kpi).toMatchObject({ value, numerator, denominator, n, status: "ok", breakdown: null });
  });

  // linear interpolation between order statistics: Hyndman and Fan (1996), type 7
  test("the deal size comes with its quartiles", () => {
    expect(pick(kpis, { metric: "average_deal_size", period_start: "2026-06-01" })).toMatchObject({
      lower_quartile: 1_750_000,
      median: 2_500_000,
      upper_quartile: 3_750_000,
    });
  });

  test("the cycle comes with its quartiles", () => {
    expect(pick(kpis, { metric: "sales_cycle_days", period_start: "2026-06-01" })).toMatchObject({
      lower_quartile: 17.5,
      median: 25,
      upper_quartile: 47.5,
    });
  });

  test("a share of value has no quartiles of deal size beside it", () => {
    expect(pick(kpis, { metric: "win_rate_value", period_start: "2026-06-01" }).median).toBeNull();
  });

  test("a quarter's throughput is per month", () => {
    const wanted = { metric: "deal_throughput", period: "quarter", period_start: "2026-04-01" };
    expect(pick(kpis, wanted)).toMatchObject({ value: 5 / 3, numerator: 5, denominator: 3 });
  });
});

function won(id: string, amount: number, created: string, closed: string): Deal {
  return { id, status: "won", amount, created, closed };
}
