import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import { compare } from "../../pipelines/compare.ts";
import { compensate } from "../../pipelines/compensate.ts";
import { levelsOf } from "../../pipelines/compensation/levels.ts";
import { costs } from "../../pipelines/costs.ts";
import { deals } from "../../pipelines/deals.ts";
import { lineIn } from "../../pipelines/explain.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { goals } from "../../pipelines/goals.ts";
import { hygiene } from "../../pipelines/hygiene.ts";
import { writeManifest } from "../../pipelines/manifest.ts";
import { levelsAsOf } from "../../pipelines/metrics/earlier.ts";
import { writeParts } from "../../pipelines/metrics/parts.ts";
import { accuracy, metrics } from "../../pipelines/metrics.ts";
import { plan } from "../../pipelines/plan.ts";
import { reportFiles } from "../../pipelines/publish/content.ts";
import { restate } from "../../pipelines/restate.ts";
import { forgetPlan } from "../../pipelines/scenario/write.ts";
import { scores } from "../../pipelines/scores.ts";
import { settledIn } from "../../pipelines/settle.ts";
import { paidPerson, payees } from "../../pipelines/statements/person.ts";
import { territories } from "../../pipelines/territories.ts";
import { tracedIn } from "../../pipelines/trace.ts";
import { winning } from "../../pipelines/winning.ts";
import { periodOf } from "../../src/calendar.ts";
import { formulaTables } from "../../src/metrics/formula/column.ts";
import { readOwnMetrics } from "../../src/metrics/own.ts";
import { metrics as registry } from "../../src/metrics/registry.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { type Loaded, loadFolder, loadInto, rebuildWarehouse } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { headingsOnly } from "../workspaces/headings.ts";
import { ownMetricEntries } from "../workspaces/own-metrics.ts";
import { companyFile, csv, deal, firstDrop, small } from "../workspaces/small.ts";
import { temporaryFolder, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const folder = fileURLToPath(new URL("../../pipelines/sql/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".sql"))
  .toSorted();
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

/** Run only on a fault, or when files have changed since an earlier rebuild: the last tests here. */
const runOnFault = [
  "checks/known_reps.sql",
  "archive/forget.sql",
  "versions/due.sql",
  "versions/forget_due.sql",
  "versions/keep_past.sql",
  "versions/past_kept_version.sql",
  "versions/past_version.sql",
];

/** Run only on rows: among the last tests too. */
const runOnRows = ["own/component.sql", "parts/next.sql"];

/** Run where an edition comes after another; what writes it runs outside of its build. */
const runOnLedger = ["ledger/read.sql", "ledger/write.sql"];

/** A KPI of the company's own for each table that one may add up. */
const everyTable = Object.keys(formulaTables).map((table) => ({
  name: `own_${table}`,
  formula: `count(${table})`,
  unit: "count",
  date_basis: "period",
}));

const executed = new Set<string>();
let loaded: Loaded;

/** The warehouse itself, noting the file of each statement that it has run. */
function recording(warehouse: Warehouse): Warehouse {
  const noted = async <Result>({ file }: Statement, result: Promise<Result>) => {
    await result;
    executed.add(file);
    return result;
  };
  return {
    ...warehouse,
    run: (statement, values) => noted(statement, warehouse.run(statement, values)),
    all: <Row>(statement: Statement, values?: Parameters<Warehouse["all"]>[1]) =>
      noted(statement, warehouse.all<Row>(statement, values)),
    query: (statement, values) => noted(statement, warehouse.query(statement, values)),
  };
}

/** A Parquet file of products without a row. */
async function emptyParquet(): Promise<Buffer> {
  const file = join(temporaryFolder(), "Product2.parquet");
  const warehouse = await openWarehouse(":memory:");
  const sql = `copy (select '' as "Id", '' as "Name", '' as "Family" limit 0) to '${file}'`;
  await warehouse.run({ file: "test", sql });
  warehouse.close();
  return readFileSync(file);
}

beforeAll(async () => {
  const { [`${firstDrop}/Product2.csv`]: _, ...exports } = headingsOnly();
  const values = '    decimals: comma\n    values: { opportunity: { amount: { "0": "" } } }\n';
  loaded = await loadInto(recording(await openWarehouse(":memory:")), {
    ...exports,
    "company.yaml": companyFile({ source: values, more: ownMetricEntries(...everyTable) }),
    [`${firstDrop}/Product2.parquet`]: await emptyParquet(),
  });
  const own = readOwnMetrics(loaded.run.workspace.company.ownMetrics);
  await metrics(loaded.run, own);
  await compare(loaded.run, own);
  // no quarter of theirs is over
  await levelsAsOf(loaded.run, "2026-07-31");
  await restate(loaded.run);
  await hygiene(loaded.run);
  await winning(loaded.run);
  await deals(loaded.run);
  await forecast(loaded.run);
  await addBaselines(loaded.run);
  await accuracy(loaded.run);
  await scores(loaded.run);
  await goals(loaded.run);
  await plan(loaded.run);
  await territories(loaded.run);
  await compensate(loaded.run);
  await costs(loaded.run);
  await forgetPlan(loaded.run.warehouse, "base");
  await settledIn(loaded.run.warehouse, periodOf("2026-06-30", "month", { startMonth: 1 }), null);
  await lineIn(loaded.run.warehouse, "none");
  await payees(loaded.run.warehouse);
  await paidPerson(loaded.run.warehouse, { rep_id: "none", name: "None", left_on: null });
  await levelsOf(loaded.run.warehouse, "nrr");
  await writeManifest(loaded.run, []);
  await reportFiles(loaded.run.warehouse);
  for (const { name } of registry) {
    await tracedIn(loaded.run.warehouse, { metric: name, view: "as_was" }, "csv", "");
  }
});

describe("on exports and plans of headings alone", () => {
  const elsewhere = [...runOnFault, ...runOnRows, ...runOnLedger];
  test.each(files.filter((file) => !elsewhere.includes(file)))("%s runs", (file) => {
    expect([...executed]).toContain(file);
  });

  test("nothing is made up: no opportunity, no KPI with a value, no quota", async () => {
    expect(await loaded.column("select count(*) from opportunity")).toEqual([0]);
    expect(await loaded.column("select count(*) from kpi where value <> 0")).toEqual([0]);
    expect(await loaded.column("select count(*) from quota_recommendation")).toEqual([0]);
    expect(await loaded.column("select count(*) from rejected_row")).toEqual([0]);
  });

  test("every table that another is said to be read from exists", async () => {
    const unknown = `select table_name || ' reads ' || read
      from (select table_name, unnest(reads) as read from lineage)
      where read not in (select table_name from information_schema.tables)
      order by all`;
    expect(await loaded.column(unknown)).toEqual([]);
  });
});

describe.each(files)("%s", (file) => {
  test("says in its first line what a row of it is", () => {
    expect(textOf(file).split("\n")[0]).toMatch(
      file.startsWith("readers/")
        ? /^-- \S.{10,}/
        : /^-- (adds )?(one row|no rows)(:| per | for )\S*/,
    );
  });

  test("is one statement", () => {
    const code = textOf(file)
      .replaceAll(/--.*$/gm, "")
      .replaceAll(/'[^']*'/g, "''");
    expect(code.trim().replace(/;$/, "")).not.toContain(";");
  });
});

test("the statements of a rebuild that others went before run", async () => {
  const later = { "exports/crm/2026-07-03/Opportunity.csv": csv(deal("D1", { Amount: "2000" })) };
  const folder = writeWorkspace({ ...small, ...later });
  const visit = async (asOf?: string) =>
    loadFolder(recording(await openWarehouse(":memory:")), folder, asOf);
  await visit("2026-06-30");
  await visit();
  await visit("2026-06-30");
  writeFiles(folder, { [`${firstDrop}/Account.csv`]: csv({ Id: "A1", Name: "Initech" }) });
  await visit();
  expect([...executed]).toEqual(expect.arrayContaining(runOnFault.slice(1)));
});

test("the statements that need rows run on them", async () => {
  const file = companyFile({ more: ownMetricEntries(...everyTable) });
  const call = { Id: "C1", WhatId: "D1", OwnerId: "U1", ActivityDate: "2026-01-10" };
  const { run } = await loadInto(recording(await openWarehouse(":memory:")), {
    ...small,
    "company.yaml": file,
    [`${firstDrop}/Task.csv`]: csv({ ...call, Status: "Completed", TaskSubtype: "Call" }),
  });
  await metrics(run, readOwnMetrics(run.workspace.company.ownMetrics));
  await writeParts(run, "kpi_effort", 0.5);
  expect([...executed]).toEqual(expect.arrayContaining(runOnRows));
});

test("the statements of the ledger run in the edition after one that was published", async () => {
  const folder = writeWorkspace(small);
  await rebuildWarehouse(folder, "2026-06-30");
  expect(readdirSync(join(folder, "state", "forecasts"))).toHaveLength(1);
  await loadFolder(recording(await openWarehouse(":memory:")), folder, "2026-07-01");
  expect([...executed]).toContain("ledger/read.sql");
});

test("the statement that names the rep that was meant runs on its fault", async () => {
  const quota = { entity_type: "rep", entity_id: "anne", period: "FY26", amount: 1 };
  const [complaint] = await complaintsOf({ ...small, "plans/quotas.csv": csv(quota) });
  expect(complaint).toContain('Did you mean "ann"?');
});
