import { describe, expect, test } from "vitest";
import { load, rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { ownMetrics } from "../workspaces/own-metrics.ts";
import { csv, firstDrop, lost, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const path = "plans/goals.yaml";

/** A goal of the half-year to June, by Ann for the team North. */
const written = (id: string, changes: Readonly<Record<string, string | number>> = {}) => {
  const keys = {
    id,
    metric: "bookings",
    entity: "North",
    baseline: 1000,
    target: 2000,
    start: "2026-01-01",
    due: "2026-12-31",
    owner: "ann",
    ...changes,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join("\n  ")}\n`;
};

/** The rows of a query on a workspace's rebuilt warehouse. */
async function rowsIn<Row>(files: Files, sql: string): Promise<Row[]> {
  const folder = writeWorkspace(files);
  await rebuildWarehouse(folder);
  return asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));
}

/** As of the end of June; a loss in December, so that the year's months are whole. */
const deals = csv(
  lost("L0", { OwnerId: "U1", CreatedDate: "2025-10-01", CloseDate: "2025-12-10" }),
  won("W1", { Amount: "2500.50" }),
  lost("L1", { OwnerId: "U2" }),
  won("W2", { OwnerId: "U2", CloseDate: "2026-05-02", Amount: "700" }),
);

const withGoals = (...goals: readonly string[]): Files => ({
  ...small,
  [`${firstDrop}/Opportunity.csv`]: deals,
  [path]: goals.join(""),
});

describe("a rebuild", () => {
  test("without goals has none, and says so nowhere else", async () => {
    const sql = "select count(*) as n from goal_status";
    expect(await rowsIn(small, sql)).toEqual([{ n: 0 }]);
  });

  test("follows a goal for a product that only a deal's line names", async () => {
    const line = { Id: "I1", OpportunityId: "W1", Product2Id: "P9", TotalPrice: "2500.50" };
    const { all } = await load({
      ...withGoals(written("ours", { entity: "P9", entity_type: "product" })),
      [`${firstDrop}/OpportunityLineItem.csv`]: csv(line),
    });
    expect(await all("select entity_type, entity_id from goal")).toEqual([
      { entity_type: "product", entity_id: "P9" },
    ]);
  });

  test("follows a goal on a KPI of the company's own", async () => {
    const formula = 'count(opportunity, opportunity.status == "won")';
    const goals = withGoals(written("ours", { metric: "ours", baseline: 1, target: 3 }));
    const files = { ...goals, "company.yaml": ownMetrics({ formula, unit: "count" }) };
    const sql = "select metric, measure, unit from goal join goal_status using (goal_id)";
    expect(await rowsIn(files, sql)).toEqual([{ metric: "ours", measure: "sum", unit: "count" }]);
  });

  test("takes the chance of a goal that ends with a forecast period from the forecast", async () => {
    const goals = withGoals(
      written("year", { target: 9000 }),
      written("half", { target: 9000, due: "2026-11-30" }),
      written("rep", { entity: "Ann" }),
    );
    const sql = `select goal_id, is_forecast, expected = mean_cents as is_alike
      from goal join goal_status using (goal_id)
      join forecast on forecast.entity_type = 'team' and forecast.entity_id = 'North'
        and is_published and forecast.period = 'year' and forecast.period_start = date '2026-01-01'
      order by goal_id`;
    expect(await rowsIn(goals, sql)).toEqual([
      { goal_id: "half", is_forecast: null, is_alike: null },
      { goal_id: "rep", is_forecast: null, is_alike: null },
      { goal_id: "year", is_forecast: true, is_alike: true },
    ]);
  });

  test("follows goals by the KPIs that it computes", async () => {
    const goals = withGoals(
      written("sum"),
      written("short", { entity: "South" }),
      written("over", { due: "2026-05-31", target: 2600 }),
      written("earlier", { start: "2025-12-01" }),
      written("rate", { metric: "win_rate", entity: "East", baseline: 0.5, target: 0.7 }),
      written("ahead", { start: "2026-07-01" }),
      written("size", { metric: "average_deal_size", entity: "Acme", due: "2026-07-15" }),
    );
    const sql = "select goal_id, status, value, n, chance_rate from goal_status order by goal_id";
    expect(await rowsIn(goals, sql)).toEqual([
      { goal_id: "ahead", status: "not_started", value: null, n: null, chance_rate: null },
      // the data begin within December, so that what it brought isn't known
      { goal_id: "earlier", status: "no_value", value: null, n: 1, chance_rate: null },
      { goal_id: "over", status: "missed", value: 250_050, n: 1, chance_rate: null },
      // three deals are closed, and fewer than five are too few for a rate
      { goal_id: "rate", status: "no_value", value: null, n: 3, chance_rate: null },
      // 35 % of the way, of 49.6 % asked by days; nothing before May, when the South's first deal closed
      // by the forecast of the year that ends when it is due
      { goal_id: "short", status: "at_risk", value: 70_000, n: 1, chance_rate: expect.any(Number) },
      { goal_id: "size", status: "no_value", value: null, n: 2, chance_rate: null },
      { goal_id: "sum", status: "reached", value: 250_050, n: 1, chance_rate: null },
    ]);
  });

  test("has no value against a quota of zero", async () => {
    const quota = {
      entity_type: "team",
      entity_id: "North",
      period: "FY26",
      measure: "bookings",
      amount: 0,
      currency: "USD",
    };
    const goal = written("share", { metric: "quota_attainment", baseline: 0, target: 1 });
    const files = { ...withGoals(goal), "plans/quotas.csv": csv(quota) };
    const sql = "select status, value, asked, expected from goal_status";
    expect(await rowsIn(files, sql)).toEqual([
      { status: "no_value", value: null, asked: expect.any(Number), expected: null },
    ]);
  });

  test("adds children up to their parent and names who has none", async () => {
    const goals = withGoals(
      written("all", { entity: "East", target: 3000 }),
      written("north", { parent: "all", target: 1800 }),
    );
    const sql = "select * from goal_cascade";
    expect(await rowsIn(goals, sql)).toEqual([
      {
        goal_id: "all",
        entity_type: "team",
        count_combined: 1,
        count_other_metric: 0,
        combined_target: 180_000,
        buffer_rate: expect.closeTo(-0.4, 12),
        is_covered: null,
        missing: ["South"],
      },
    ]);
  });

  test("shows the KPI's path from the start to the due date", async () => {
    const sql = "select date, value, asked from goal_value order by date";
    const rows = await rowsIn<{ date: string; value: number | null; asked: number }>(
      withGoals(written("sum", { due: "2026-08-31", target: 9000 })),
      sql,
    );
    expect(rows.map(({ date, value }) => [date.slice(5), value])).toEqual([
      ["01-31", 0],
      ["02-28", 0],
      ["03-31", 250_050],
      ["04-30", 250_050],
      ["05-31", 250_050],
      ["06-30", 250_050],
      ["07-31", null],
      ["08-31", null],
    ]);
    expect(rows.at(-1)?.asked).toBeCloseTo(900_000, 6);
  });

  test("keeps the day on which a goal was agreed, where the file tells it", async () => {
    const goals = withGoals(written("told", { recorded_on: "2025-12-20" }), written("untold"));
    expect(await rowsIn(goals, "select goal_id, recorded_on from goal order by 1")).toEqual([
      { goal_id: "told", recorded_on: "2025-12-20" },
      { goal_id: "untold", recorded_on: null },
    ]);
  });

  test("as of an earlier date doesn't know goals recorded since", async () => {
    const folder = writeWorkspace(withGoals(written("old")));
    const known = () =>
      asking(folder, (warehouse) => rowsOf(warehouse, "select goal_id from goal order by 1"));
    writeFiles(folder, {
      [path]: written("old") + written("new", { recorded_on: "2026-07-01", owner: "cy" }),
    });
    await rebuildWarehouse(folder, "2026-06-30");
    expect(await known()).toEqual([{ goal_id: "old" }]);
  });
});

describe("a goal that can't be followed stops the rebuild", () => {
  const complaint = (id: string, changes: Readonly<Record<string, string | number>>) =>
    complaintsOf(withGoals(written(id, changes)));

  test("with a name that nobody bears", async () => {
    expect(await complaint("x", { metric: "booking" })).toEqual([
      `unknown metric: "booking"\n  in ${path}, line 2\n  Did you mean "bookings"?`,
    ]);
    expect(await complaint("x", { entity: "Nort" })).toEqual([
      `unknown entity: "Nort"\n  in ${path}, line 3\n  Did you mean "North"?`,
    ]);
    expect(await complaint("x", { owner: "anne" })).toEqual([
      `unknown owner: "anne"\n  in ${path}, line 8\n  Did you mean "ann"?`,
    ]);
  });

  test("without an end", async () => {
    const endless = withGoals(written("x").replace("  due: 2026-12-31\n", ""));
    expect(await complaintsOf(endless)).toEqual([
      `goal isn't time-bound: "x"\n  in ${path}, line 1\n  Add due, the last day.`,
    ]);
  });
});
