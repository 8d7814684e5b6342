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

const keys = ["entity_type", "entity_id", "period", "period_start", "view", "breakdown"];

test.each([
  ["kpi_stage_days", "kpi_stage_days"],
  ["kpi_effort", "kpi_effort"],
  ["kpi_activity", "kpi_activity_counted"],
])("%s is the same however few events %s holds at once", async (mart, parted) => {
  const warehouse = await emptyWarehouse();
  await fill(warehouse, company);
  await metrics({ warehouse, progress: silentProgress });
  const whole = await warehouse.table(mart, keys);
  expect(whole.length).toBeGreaterThan(20);
  expect(await writeParts({ warehouse }, parted, 1)).toBeGreaterThan(3);
  if (mart !== parted) await warehouse.run(sql(`marts/${mart}`));
  expect(await warehouse.table(mart, keys)).toEqual(whole);
  warehouse.close();
});
