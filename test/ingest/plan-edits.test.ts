import { expect, test } from "vitest";
import { load, rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, small } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const quota = (amount: number) => ({
  "plans/quotas.csv": csv({ entity_type: "rep", entity_id: "ann", period: "2026-05", amount }),
});
const drop = (date: string) => ({ [`exports/crm/${date}/Opportunity.csv`]: csv(deal("D1")) });

test("a quota edited again and again after its period has ended stays what it was", async () => {
  const folder = writeWorkspace({ ...small, ...quota(100) });
  await rebuildWarehouse(folder);
  for (const [date, amount] of [
    ["2026-07-03", 200],
    ["2026-07-10", 300],
  ] as const) {
    writeFiles(folder, { ...drop(date), ...quota(amount) });
    await rebuildWarehouse(folder);
  }
  const rows = (sql: string) => asking(folder, (warehouse) => rowsOf(warehouse, sql));
  expect(await rows("select quota_cents, known_to from quota_version order by 1")).toEqual([
    { quota_cents: 10_000, known_to: "2026-07-03" },
    { quota_cents: 20_000, known_to: "2026-07-10" },
    { quota_cents: 30_000, known_to: "9999-12-31" },
  ]);
  expect(await rows("select quota_cents from quota")).toEqual([{ quota_cents: 10_000 }]);
});

const quarter = { entity_type: "rep", entity_id: "ann", period: "FY26-Q1" };
const superseding = { ...quarter, amount: 120, recorded_on: "2026-03-01" };
const amounts = (folder: string) =>
  asking(folder, (warehouse) => rowsOf(warehouse, "select quota_cents from quota"));

test("what superseded a quota still does when the superseded row is edited after the period", async () => {
  const plan = (amount: number, recorded_on: string) => ({
    "plans/quotas.csv": csv({ ...quarter, amount, recorded_on }, superseding),
  });
  const folder = writeWorkspace({ ...small, ...plan(100, "2026-01-01") });
  await rebuildWarehouse(folder);
  writeFiles(folder, { ...drop("2026-07-03"), ...plan(110, "2026-07-03") });
  await rebuildWarehouse(folder);
  expect(await amounts(folder)).toEqual([{ quota_cents: 12_000 }]);
});

test("a quota can be superseded after its period has ended", async () => {
  const first = { ...quarter, amount: 100, recorded_on: "2026-01-01" };
  const folder = writeWorkspace({ ...small, "plans/quotas.csv": csv(first, superseding) });
  await rebuildWarehouse(folder);
  const late = { ...quarter, amount: 130, recorded_on: "2026-07-03" };
  const plan = { "plans/quotas.csv": csv(first, superseding, late) };
  writeFiles(folder, { ...drop("2026-07-03"), ...plan });
  await rebuildWarehouse(folder);
  expect(await amounts(folder)).toEqual([{ quota_cents: 13_000 }]);
});

test("a quota counts from the day on which it takes effect, and ahead where its period begins by then", async () => {
  const year = { ...quarter, period: "FY26" };
  const next = { ...quarter, period: "FY27" };
  const sole = { ...quarter, period: "FY26-Q4" };
  const plan = csv(
    { ...year, amount: 100, recorded_on: "2026-01-01" },
    { ...year, amount: 120, recorded_on: "2026-05-01", effective_from: "2026-07-15" },
    { ...next, amount: 140, recorded_on: "2026-05-01", effective_from: "2027-01-01" },
    // what alone is planned for a period counts before it is in force
    { ...sole, amount: 9, recorded_on: "2026-05-01", effective_from: "2026-08-01" },
  );
  const files = { ...small, "plans/quotas.csv": plan };
  const held = async (asOf: string) =>
    (await load(files, asOf)).column("select quota_cents from quota order by period_start");
  expect(await held("2026-07-14")).toEqual([10_000, 900, 14_000]);
  expect(await held("2026-07-15")).toEqual([12_000, 900, 14_000]);
});
