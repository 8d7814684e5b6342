import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { warehouseOf } from "../../pipelines/places.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { checkWorkspace } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, firstDrop, small, won } from "../workspaces/small.ts";
import { asking, differing, exportTables } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const path = `${firstDrop}/Opportunity.csv`;

describe("the same inputs and as-of give the same tables, byte for byte", () => {
  test("in a small workspace, and in a copy of it elsewhere", async () => {
    const folder = writeWorkspace(small);
    const first = await rebuildWarehouse(folder);
    const tables = await exportTables(folder);
    expect(await rebuildWarehouse(folder)).toEqual(first);
    expect(differing(tables, await exportTables(folder))).toEqual([]);
    const copy = writeWorkspace(small);
    await rebuildWarehouse(copy);
    expect(differing(tables, await exportTables(copy))).toEqual([]);
    expect(tables.size).toBeGreaterThan(40);
  });
});

test("a rebuild as of an earlier date is untouched by a later drop", async () => {
  const folder = writeWorkspace(small);
  await rebuildWarehouse(folder, "2026-06-30");
  const before = await exportTables(folder);
  writeFiles(folder, {
    "exports/crm/2026-07-03/Opportunity.csv": csv(won("D1"), deal("D9", { Favourite__c: "x" })),
    "exports/crm/2026-07-03/Account.csv": csv({ Id: "A9", Name: "Initech" }),
  });
  await rebuildWarehouse(folder, "2026-06-30");
  expect(differing(before, await exportTables(folder))).toEqual([]);
  expect((await rebuildWarehouse(folder)).asOf).toBe("2026-07-03");
  expect(differing(before, await exportTables(folder))).toContain("opportunity");
});

test("plan rows recorded later are neither read nor complained about before", async () => {
  const quota = { entity_type: "rep", measure: "bookings", amount: "100", currency: "USD" };
  const early = { ...quota, entity_id: "ann", period: "FY26", recorded_on: "2026-01-01" };
  const later = { ...quota, entity_id: "cy", period: "FY29", recorded_on: "2026-07-02" };
  const folder = writeWorkspace({ ...small, "plans/quotas.csv": csv(early) });
  await rebuildWarehouse(folder);
  const before = await exportTables(folder);
  writeFiles(folder, { "plans/quotas.csv": csv(early, { ...later, currency: "CHF" }) });
  await rebuildWarehouse(folder);
  // the file itself is another, and its rows are counted as it stands
  const facts = ["input_file", "manifest_input", "manifest_table", "run", "setting"];
  const changed = differing(before, await exportTables(folder));
  const counted = [...facts, "source_file", "check_result"];
  expect(changed.filter((table) => !counted.includes(table))).toEqual([]);
});

describe("a failed rebuild leaves the last good warehouse as it was", () => {
  const folder = writeWorkspace(small);
  const bytes = () => readFileSync(warehouseOf(folder));
  let good: Buffer;

  beforeAll(async () => {
    await rebuildWarehouse(folder);
    good = bytes();
  });

  const rejected = Array.from({ length: 9 }, (_, index) => deal(`R${index}`, { Amount: "n/a" }));

  test.each([
    ["at ingest", { [path]: "" }, "empty file"],
    ["at the model", { [path]: csv(deal("D1", { StageName: "Verbal" })) }, "unknown stage"],
    ["at the checks", { [path]: csv(deal("D1"), ...rejected) }, "rejected_rows"],
    ["at the company file", { "company.yaml": "name: Acme\n" }, "missing key: currency"],
  ])("%s", async (_, files, message) => {
    writeFiles(folder, { ...small, ...files });
    await expect(async () => rebuildWarehouse(folder)).rejects.toThrow(message);
    expect(bytes().equals(good)).toBe(true);
    expect(readdirSync(join(folder, ".build"))).toEqual(["archive.duckdb", "warehouse.duckdb"]);
    writeFiles(folder, small);
  });

  test("and the next one works", async () => {
    await rebuildWarehouse(folder);
    const count = "select count(*) as n from opportunity";
    expect(await asking(folder, (warehouse) => rowsOf(warehouse, count))).toEqual([{ n: 4 }]);
  });
});

describe("a check", () => {
  test("publishes nothing, and tells what a rebuild would find", async () => {
    const folder = writeWorkspace({ ...small, [path]: csv(deal("D1", { Amount: "-1" })) });
    const results = await checkWorkspace(openWorkspace(folder), {
      asOf: undefined,
      progress: silentProgress,
    });
    expect(results.filter(({ status }) => status !== "pass")).toMatchObject([
      { check_name: "negative_amount", count_failed: 1, status: "warn" },
    ]);
    expect(existsSync(warehouseOf(folder))).toBe(false);
    expect(readdirSync(join(folder, ".build"))).toEqual(["archive.duckdb"]);
  });

  test("that can't begin lets the next one begin", async () => {
    const folder = writeWorkspace(small);
    const asked = (asOf: string | undefined) =>
      checkWorkspace(openWorkspace(folder), { asOf, progress: silentProgress });
    await expect(asked("2020-01-01")).rejects.toThrow("missing drop");
    expect((await asked(undefined)).length).toBeGreaterThan(10);
  });

  test("refuses nothing by itself: the command does", async () => {
    const folder = writeWorkspace({ ...small, [path]: csv(deal("D1", { Amount: "n/a" })) });
    const results = await checkWorkspace(openWorkspace(folder), {
      asOf: undefined,
      progress: silentProgress,
    });
    expect(results.find(({ check_name }) => check_name === "rejected_rows")?.status).toBe("refuse");
  });
});
