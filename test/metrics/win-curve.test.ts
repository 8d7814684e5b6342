import { expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { addDays } from "../../src/calendar.ts";
import { type Deal, emptyWarehouse, kpisOf, pick, select } from "./company.ts";
import { fill } from "./fill.ts";

interface CurveRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly cohort: string;
  readonly age_days: number;
  readonly won_rate: number;
  readonly lost_rate: number;
  readonly at_risk: number;
  readonly count_deals: number;
}

const asOf = "2026-07-31";
const decided = (id: string, status: Deal["status"], created: string, age: number): Deal => ({
  id,
  status,
  amount: 100,
  created,
  closed: addDays(created, age),
  from: "Web",
  segment: "large",
});

/** By hand, all of 2026: won after 7 days, open at 10, lost after 14, won after 21, open at 30. */
const deals: Deal[] = [
  decided("a", "won", "2026-05-01", 7),
  { ...decided("b", "open", addDays(asOf, -10), 0), closed: "2026-12-31" },
  decided("c", "lost", "2026-05-01", 14),
  decided("d", "won", "2026-05-01", 21),
  { ...decided("e", "open", addDays(asOf, -30), 0), closed: "2026-12-31" },
];

async function curvesOf(company: readonly Deal[]): Promise<CurveRow[]> {
  const warehouse = await emptyWarehouse();
  try {
    await fill(warehouse, { deals: company, asOf });
    await metrics({ warehouse, progress: silentProgress });
    const keys = ["entity_type", "entity_id", "cohort", "age_days"];
    return await warehouse.table<CurveRow>("win_curve", keys);
  } finally {
    warehouse.close();
  }
}

test("a win curve lets losing compete and censors open deals at their age", async () => {
  const rows = await curvesOf(deals);
  const company = rows.filter((row) => row.entity_type === "company" && row.cohort === "all");
  // the estimator's own worked case, at 7, 10, 14, 21 and 30 days: 1/5, then 1/5 + 4/15
  expect(company.map(({ age_days, won_rate, at_risk }) => [age_days, won_rate, at_risk])).toEqual([
    [7, 0.2, 5],
    [14, 0.2, 3],
    [21, expect.closeTo(7 / 15, 12), 2],
    [28, expect.closeTo(7 / 15, 12), 1],
  ]);
  expect(company.at(-1)).toMatchObject({ lost_rate: expect.closeTo(4 / 15, 12), count_deals: 5 });
});

test("there is one for the whole and each year of creation, by region, segment and source", async () => {
  const rows = await curvesOf([...deals, decided("f", "won", "2025-05-01", 7)]);
  const cohorts = rows.map((row) => `${row.entity_type} ${row.entity_id} ${row.cohort}`);
  expect([...new Set(cohorts)]).toEqual(
    ["company Acme", "region unassigned", "segment large", "source Web"].flatMap((entity) =>
      ["FY25", "FY26", "all"].map((cohort) => `${entity} ${cohort}`),
    ),
  );
});

test("where all deals are decided the curve stays at the plain fraction for a year", async () => {
  const closed = [...deals.filter((deal) => deal.status !== "open")];
  const year = (await curvesOf(closed)).filter((row) => row.cohort === "FY26");
  const company = year.filter((row) => row.entity_type === "company");
  expect(company.at(-1)).toMatchObject({ age_days: 364, won_rate: 2 / 3, at_risk: 0 });
});

test("the metric reads the curve at a quarter, half a year and a year of age", async () => {
  const old = ["w", "x", "y", "z"].map((id, index) =>
    decided(id, index === 0 ? "lost" : "won", "2025-02-01", 100 * index + 50),
  );
  const kpis = await kpisOf({ deals: old, asOf });
  const within = (weeks: number) =>
    pick(kpis, {
      metric: "win_curve",
      period: "year",
      period_start: "2025-01-01",
      breakdown: `within: ${weeks} weeks`,
    });
  expect([13, 26, 52].map((weeks) => within(weeks).value)).toEqual([0, 0.25, 0.75]);
  expect(within(52).n).toBe(4);
});

test("9: a young cohort has no value for an age that it hasn't reached", async () => {
  const kpis = await kpisOf({ deals, asOf });
  expect(select(kpis, { metric: "win_curve" }).map((kpi) => kpi.status)).toEqual(["absent"]);
});
