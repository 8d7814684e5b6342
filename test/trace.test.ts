import { copyFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { warehouseOf } from "../pipelines/places.ts";
import { query } from "../pipelines/query.ts";
import type { TraceOptions } from "../pipelines/trace/asked.ts";
import { type Traced, trace } from "../pipelines/trace.ts";
import { openWorkspace } from "../pipelines/workspace.ts";
import { metrics } from "../src/metrics/registry.ts";
import { rowSourceOf } from "../src/metrics/trace.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import { inputError } from "./input-error.ts";
import { rebuildWarehouse, rowsOf } from "./workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, lost, withDeals, won } from "./workspaces/small.ts";
import { asking } from "./workspaces/tables.ts";
import { writeWorkspace } from "./workspaces/write.ts";

const quota = { entity_type: "company", entity_id: "Acme", amount: 1000 };
const call = { WhatId: "D1", OwnerId: "U1", TaskSubtype: "Call", Status: "Completed" };
const running = { account_id: "A1", opportunity_id: "D1", start: "2026-02-10", currency: "USD" };
const folder = writeWorkspace({
  ...withDeals(
    won("D1", { Amount: "700", CloseDate: "2026-02-10" }),
    won("D2", { Amount: "", CloseDate: "2026-03-20" }),
    lost("D3", { Amount: "300", CloseDate: "2026-03-25", OwnerId: "U2" }),
    won("D4", { CloseDate: "2026-04-02" }),
    deal("D5"),
    deal("D6", { Amount: "" }),
    lost("D7", { Loss_Reason__c: "Price", CloseDate: "2026-06-01" }),
    lost("D8", { Loss_Reason__c: "Timing", CloseDate: "2026-06-02" }),
  ),
  "company.yaml": companyFile({
    source: "    columns: { opportunity: { loss_reason: Loss_Reason__c } }\n",
  }),
  [`${firstDrop}/OpportunityLineItem.csv`]: csv(
    { Id: "L1", OpportunityId: "D1", Product2Id: "P1", Quantity: 2, TotalPrice: "400.00" },
    { Id: "L2", OpportunityId: "D1", Product2Id: "P2", Quantity: 5, TotalPrice: "300.00" },
    { Id: "L3", OpportunityId: "D4", Product2Id: "P1", Quantity: "", TotalPrice: "1000.00" },
    { Id: "L4", OpportunityId: "D5", Product2Id: "P1", Quantity: 9, TotalPrice: "1000.00" },
  ),
  [`${firstDrop}/Task.csv`]: csv(
    { ...call, Id: "T1", ActivityDate: "2026-02-03" },
    { ...call, Id: "T2", ActivityDate: "2026-02-03", OwnerId: "U2" },
    { ...call, Id: "T3", ActivityDate: "2026-02-03", TaskSubtype: "Email" },
  ),
  "finance/subscriptions.csv": csv(
    { ...running, subscription_id: "S1", monthly_amount: 10 },
    { ...running, subscription_id: "S2", monthly_amount: 20, end: "2026-05-31" },
  ),
  "plans/quotas.csv": csv(
    { ...quota, period: "2026-01" },
    { ...quota, period: "2026-02" },
    { ...quota, period: "2026-03" },
    { ...quota, period: "FY26-Q2" },
    { ...quota, period: "2026-04" },
  ),
});
const workspace = openWorkspace(folder);

beforeAll(() => rebuildWarehouse(folder));

const traced = (metric: string, options: Partial<TraceOptions> = {}): Promise<Traced> =>
  trace(workspace, { metric, view: "as_was", ...options }, "json");

const rows = async (...asked: Parameters<typeof traced>) =>
  JSON.parse((await traced(...asked)).rows) as Row[];

type Row = Record<string, string | number | readonly string[] | null>;

test("a win rate is traced to the deals won and decided, each to its export row", async () => {
  const found = await traced("win_rate", { period: "FY26-Q1" });
  expect(found.heading).toMatch(
    /^win_rate of company Acme, FY26-Q1, as_was, as of 2026-06-30: 0.6+\d* = 2 ÷ 3 \(n 3, /,
  );
  expect(JSON.parse(found.rows)).toEqual([
    deciding("D1", { dated: "2026-02-10", line: 2 }),
    deciding("D2", { dated: "2026-03-20", line: 3 }),
    deciding("D3", { dated: "2026-03-25", line: 4, owner: "Bob", state: "lost", won_count: null }),
  ]);
});

const deciding = (id: string, changes: object) => ({
  id,
  name: `Deal ${id}`,
  owner: "Ann",
  state: "won",
  won_count: 1,
  closed_count: 1,
  file: "exports/crm/2026-06-30/Opportunity.csv",
  ...changes,
});

test("only rows that are part of a sum are listed: a deal without an amount books nothing", async () => {
  const booked = await rows("bookings", { period: "FY26-Q1" });
  expect(booked.map(({ id, bookings_cents }) => [id, bookings_cents])).toEqual([["D1", 70_000]]);
  expect(await rows("bookings", { period: "FY26-Q1", entity: "rep:bob" })).toEqual([]);
});

test("what counts without a value is listed with a blank", async () => {
  const found = await traced("open_pipeline");
  expect(found.heading).toContain("(n 2, ");
  const parts = (JSON.parse(found.rows) as Row[]).map((row) => [
    row.id,
    row.pipeline_bookings_cents,
  ]);
  expect(parts).toEqual([
    ["D5", 100_000],
    ["D6", null],
  ]);
});

test("a quota is traced to its row, or to those of its months", async () => {
  const ofQuarter = await traced("quota_attainment", { period: "FY26-Q2" });
  expect(ofQuarter.heading.split("\n").slice(2)).toEqual([
    "Quota of the quarter from 2026-04-01: 100000, plans/quotas.csv, line 5.",
  ]);
  const ofMonths = await traced("quota_attainment", { period: "FY26-Q1" });
  expect(ofMonths.heading).toContain("= 70000 ÷ 300000");
  expect(ofMonths.heading.split("\n").slice(2)).toEqual([
    "Quota of the month from 2026-01-01: 100000, plans/quotas.csv, line 2.",
    "Quota of the month from 2026-02-01: 100000, plans/quotas.csv, line 3.",
    "Quota of the month from 2026-03-01: 100000, plans/quotas.csv, line 4.",
  ]);
});

test("of a breakdown's share only its own deals are above, and all of them below", async () => {
  const found = await traced("loss_share_count", { period: "FY26-Q2", breakdown: "reason: Price" });
  expect(found.heading).toContain(": reason: Price: 0.5 = 1 ÷ 2 (n 2, ");
  const parts = (JSON.parse(found.rows) as Row[]).map((row) => [
    row.id,
    row.breakdown,
    row.loss_part_count,
    row.lost_deal_count,
  ]);
  expect(parts).toEqual([
    ["D7", ["reason: Price"], 1, 1],
    ["D8", ["reason: Timing"], null, 1],
  ]);
});

test("units are traced to lines, activities to each of them, recurring revenue to subscriptions", async () => {
  const parts = async (metric: string, column: string, options: Partial<TraceOptions>) =>
    (await rows(metric, options)).map((row) => [row.id, row.name, row[column], row.file, row.line]);
  const lines = `${firstDrop}/OpportunityLineItem.csv`;
  expect(await parts("units_sold", "unit_count", { period: "FY26-Q1" })).toEqual([
    ["L1", "Deal D1", 2, lines, 2],
    ["L2", "Deal D1", 5, lines, 3],
  ]);
  const calls = { period: "2026-02", entity: "rep:ann", breakdown: "kind: call" };
  expect(await parts("activity_count", "activity_count", calls)).toEqual([
    ["T1", "Deal D1", 1, `${firstDrop}/Task.csv`, 2],
  ]);
  expect(await parts("mrr", "mrr_cents", { period: "FY26-Q2" })).toEqual([
    ["S1", "Globex", 1000, "finance/subscriptions.csv", 2],
  ]);
});

test("a figure whose rows aren't listed is answered with what the table that feeds it holds", async () => {
  const found = await traced("sales_velocity", { period: "FY26-Q2" });
  expect(found.heading).toContain(
    "The rows behind it aren't listed: it is worked out from what kpi_",
  );
  expect(JSON.parse(found.rows)).toMatchObject([{ entity_id: "Acme", recent_count: 2 }]);
});

test("the rows add up to numerator and denominator of every figure that has them", async () => {
  const figures = await asking(folder, (warehouse) =>
    rowsOf<Figure>(
      warehouse,
      `select metric, entity_type || ':' || entity_id as entity, label as period, view, numerator
        from kpi join fiscal_period using (period, period_start)
        where breakdown is null and n > 0 and period = 'quarter'
        order by all`,
    ),
  );
  const byRow = figures.filter(({ metric }) => isByRow(metric));
  expect(new Set(byRow.map(({ metric }) => metric)).size).toBeGreaterThan(13);
  for (const { metric, numerator, ...asked } of byRow) {
    const column = metrics.find(({ name }) => name === metric)?.numerator ?? "";
    const sum = (await rows(metric, asked)).reduce((all, row) => all + Number(row[column]), 0);
    // where no row has a value the figure has none
    expect([metric, asked, sum]).toEqual([metric, asked, numerator ?? 0]);
  }
}, 120_000);

interface Figure {
  readonly metric: string;
  readonly entity: string;
  readonly period: string;
  readonly view: "as_was" | "as_is";
  readonly numerator: number | null;
}

const isByRow = (name: string) => {
  const metric = metrics.find((candidate) => candidate.name === name);
  return metric !== undefined && rowSourceOf(metric) !== null;
};

describe("what the warehouse doesn't hold is refused with what was probably meant", () => {
  test.each<[string, Partial<TraceOptions> & { metric?: string }, string, string]>([
    ["a metric", { metric: "winrat" }, 'unknown metric: "winrat"', 'Did you mean "win_rate"?'],
    ["an entity", { entity: "rep:Ann" }, 'unknown entity: "rep:Ann"', 'Did you mean "rep:ann"?'],
    ["a period", { period: "FY26Q1" }, 'unknown period: "FY26Q1"', 'Did you mean "FY26-Q1"?'],
    [
      "a breakdown",
      { metric: "loss_share_count", period: "FY26-Q2", breakdown: "reason: Prize" },
      'unknown breakdown: "reason: Prize"',
      'Did you mean "reason: Price"?',
    ],
    [
      "a breakdown where there is none",
      { breakdown: "x" },
      'unknown breakdown: "x"',
      "bookings has no breakdowns in this period: leave --breakdown out.",
    ],
    [
      "an entity of a type",
      { entity: "rep:" },
      'unknown entity: "rep:"',
      "Known are rep:ann, rep:bob.",
    ],
    [
      "an entity without its type",
      { entity: "ann" },
      'unknown entity: "ann"',
      "Write it as type:id; types are company, ",
    ],
    ["a day that is none", { asOf: "yesterday" }, 'invalid date: "yesterday"', "YYYY-MM-DD"],
    [
      "a day",
      { asOf: "2026-05-31" },
      'unavailable as-of: "2026-05-31"',
      `rebuild ${folder} --as-of 2026-05-31`,
    ],
  ])("%s", async (_, { metric = "bookings", ...options }, message, remedy) => {
    const error = inputError(message, { remedy: expect.stringContaining(remedy) });
    await expect(traced(metric, options)).rejects.toEqual(error);
  });
});

test("a warehouse that other code wrote is refused, and can still be asked in SQL", async () => {
  const older = openWorkspace(writeWorkspace({ "company.yaml": companyFile() }));
  const file = warehouseOf(older.folder);
  mkdirSync(dirname(file));
  copyFileSync(warehouseOf(folder), file);
  const writing = await openWarehouse(file);
  await writing.run({ file: "test", sql: "update manifest_version set version = '0.0.0 (0)'" });
  await writing.run({ file: "test", sql: "alter table metric drop column components" });
  writing.close();
  const remedy = `Build it again: npm run -s quotabook -- rebuild ${older.folder}`;
  await expect(trace(older, { metric: "bookings", view: "as_was" }, "json")).rejects.toEqual(
    inputError("warehouse of another version", { remedy }),
  );
  expect(await query(older, "select count(*) as n from kpi where false", "csv")).toBe("n\r\n0\r\n");
});
