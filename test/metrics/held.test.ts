import { expect, test } from "vitest";
import { writeParts } from "../../pipelines/metrics/parts.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { sql } from "../../pipelines/run.ts";
import { type Deal, emptyWarehouse, type TestCompany } from "./company.ts";
import { fill } from "./fill.ts";

const ids = ["d1", "d2", "d3", "d4"];
const company: TestCompany = {
  deals: ids.map((id, index): Deal => {
    const rep = index % 2 === 0 ? "ann" : "bob";
    return { id, rep, status: "won", amount: 100, created: "2026-01-05", closed: "2026-02-05" };
  }),
  versions: ids.flatMap((deal, index) => [
    { deal, on: "2026-01-05", stage: "A" },
    { deal, on: `2026-01-1${index}`, stage: "B" },
    { deal, on: "2026-02-05", stage: "Won" },
  ]),
  activities: ids.map(
    (id, index) => ["call", `2026-01-2${index}`, index < 2 ? "ann" : "bob", id] as const,
  ),
  reps: [
    ["ann", "east", "americas"],
    ["bob", "west", "americas"],
  ],
};

test.each(["kpi_stage_days", "kpi_effort"])(
  "%s is the same however few of its events are held at once",
  async (mart) => {
    const warehouse = await emptyWarehouse();
    await fill(warehouse, company);
    await metrics({ warehouse, progress: silentProgress });
    const rows = () =>
      warehouse.table(mart, ["entity_type", "entity_id", "period", "view", "breakdown"]);
    const whole = await rows();
    expect(whole.length).toBeGreaterThan(20);
    expect(await writeParts({ warehouse }, mart, 1)).toBeGreaterThan(3);
    expect(await rows()).toEqual(whole);
    warehouse.close();
  },
);

test("activities are counted alike however few are held at once", async () => {
  const warehouse = await emptyWarehouse();
  await fill(warehouse, company);
  await metrics({ warehouse, progress: silentProgress });
  const keys = ["entity_type", "entity_id", "period", "period_start", "view", "breakdown"];
  const whole = await warehouse.table("kpi_activity", keys);
  expect(whole.length).toBeGreaterThan(20);
  expect(await writeParts({ warehouse }, "kpi_activity_counted", 1)).toBeGreaterThan(3);
  await warehouse.run(sql("marts/kpi_activity"));
  expect(await warehouse.table("kpi_activity", keys)).toEqual(whole);
  warehouse.close();
});
