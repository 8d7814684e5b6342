import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { componentMarts, writeMetrics } from "../../pipelines/metrics.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { emptyWarehouse } from "../metrics/company.ts";

const folder = new URL("../../pipelines/sql/marts/", import.meta.url);
const files = readdirSync(folder).filter((file) => /^kpi(_|\.)/.test(file));

test("every kpi statement binds on an empty typed warehouse and writes no row", async () => {
  const warehouse = await emptyWarehouse();
  expect(await writeMetrics(warehouse)).toBe(0);
  for (const mart of componentMarts) {
    const { rows } = await warehouse.query({ file: mart, sql: `from ${mart}` });
    expect(rows, mart).toEqual([]);
  }
  warehouse.close();
});

test("the stage runs every kpi statement there is", () => {
  const ran = [...componentMarts, "kpi"].map((mart) => `${mart}.sql`);
  expect(ran.toSorted()).toEqual(files.toSorted());
});

test.each(files)("%s states its grain first and sums no floating-point numbers", (file) => {
  const sql = readFileSync(new URL(file, folder), "utf8");
  expect(sql).toMatch(/^-- (adds )?one row per /);
  expect(sql).not.toMatch(/\bavg\(|\bsum\([^)]*(\/|::double|rate)/);
});

test("every component that the registry names is a column of kpi_component", async () => {
  const warehouse = await emptyWarehouse();
  await writeMetrics(warehouse);
  const { columns } = await warehouse.query({ file: "columns", sql: "from kpi_component" });
  for (const { numerator, denominator, count } of metrics) {
    expect(columns).toEqual(expect.arrayContaining([numerator, denominator ?? numerator, count]));
  }
  warehouse.close();
});
