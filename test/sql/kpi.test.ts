import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accuracyMart,
  dealMarts,
  entityView,
  eventMarts,
  familyMarts,
  sumMarts,
} from "../../pipelines/metrics/marts.ts";
import { accuracy, metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { metrics as registry } from "../../src/metrics/registry.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { emptyWarehouse } from "../metrics/company.ts";

const folder = new URL("../../pipelines/sql/marts/", import.meta.url);
const files = readdirSync(folder).filter((file) => /^kpi(_|\.)/.test(file));
const metricMarts = [
  ...dealMarts,
  entityView,
  ...sumMarts,
  ...eventMarts,
  ...familyMarts,
  accuracyMart,
  "kpi",
];
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await emptyWarehouse();
  await metrics({ warehouse, progress: silentProgress });
  await accuracy({ warehouse, progress: silentProgress });
});

afterAll(() => warehouse.close());

test.each(metricMarts)("%s binds on an empty typed warehouse and has no row", async (mart) => {
  const { rows } = await warehouse.query({ file: mart, sql: `from ${mart}` });
  expect(rows).toEqual([]);
});

test("the stage runs every kpi statement there is", () => {
  expect(metricMarts.map((mart) => `${mart}.sql`).toSorted()).toEqual(files.toSorted());
});

test.each(files)("%s states its grain first and sums no floating-point numbers", (file) => {
  const sql = readFileSync(new URL(file, folder), "utf8");
  expect(sql).toMatch(/^-- (adds )?one row per /);
  expect(sql).not.toMatch(/\bavg\(|\bsum\([^)]*(\/|::double|rate)/);
});

test.each(registry)("what divides to $name are columns of its family's table", async (metric) => {
  const { components, numerator, denominator, count, hasQuartiles } = metric;
  const { columns } = await warehouse.query({ file: "columns", sql: `from ${components}` });
  const keys = ["entity_type", "entity_id", "view", "period", "period_start"];
  const quartiles = hasQuartiles ? [`${numerator}_quartiles`] : [];
  const needed = [...keys, numerator, denominator ?? numerator, count, ...quartiles];
  expect(columns).toEqual(expect.arrayContaining(needed));
});

test("the stage tells what each of its tables is made from", async () => {
  const rows = await warehouse.table<{ table_name: string }>("lineage", ["table_name"]);
  const named = rows.map((row) => row.table_name);
  const eventViews = eventMarts.map((events) => `${events}_entity`);
  const written = ["metric", ...metricMarts, ...eventViews, "win_curve_age", "win_curve"];
  expect(named).toEqual(written.toSorted());
});
