import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../pipelines/check.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { writeSettings } from "../../pipelines/ingest/settings.ts";
import { ingest, inspectInputs, type Staged } from "../../pipelines/ingest.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { model } from "../../pipelines/model.ts";
import { plan } from "../../pipelines/plan.ts";
import { type Progress, silentProgress } from "../../pipelines/progress.ts";
import { type Run, sql } from "../../pipelines/run.ts";
import { openWorkspace, resolveAsOf } from "../../pipelines/workspace.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { loadBare } from "./bare.ts";
import type { Measure, Task } from "./measure.ts";

// one task in a process of its own, so that its peak of memory is its own

const [task, company, scratch] = process.argv.slice(2) as [Task, string, string];
const stagedFile = join(scratch, "staged.json");
const readStaged = () => JSON.parse(readFileSync(stagedFile, "utf8")) as Staged;

/** What each task does; it returns the rows it made, when it knows. */
const tasks: Record<Task, (run: Run) => Promise<unknown>> = {
  "bare, sniffed": ({ warehouse, workspace }) => loadBare(warehouse, workspace, "sniffed"),
  "bare, as text": ({ warehouse, workspace }) => loadBare(warehouse, workspace, "text"),
  ingest: async (run) => {
    const inspected = await inspectInputs(run);
    await writeSettings(run, "benchmark");
    writeFileSync(stagedFile, JSON.stringify(await ingest(run, inspected)));
  },
  model: (run) => model(run, readStaged()),
  check: (run) => check(run, readStaged()),
  metrics,
  forecast,
  plan,
};

const begun = performance.now();
const before = process.cpuUsage();
const workspace = openWorkspace(company);
const file = task.startsWith("bare") ? `${task}.duckdb` : "warehouse.duckdb";
const warehouse = await openWarehouse(join(scratch, file));
let steps = 0;
const progress: Progress = {
  ...silentProgress,
  step: (_, rows) => {
    steps += rows ?? 0;
  },
};
const run: Run = { workspace, asOf: resolveAsOf(workspace, undefined), warehouse, progress };
await warehouse.run(sql("ingest/time_zone"), { time_zone: workspace.company.timeZone });
const counted = await tasks[task](run);
warehouse.close();

const cpu = process.cpuUsage(before);
const measure: Measure = {
  task,
  seconds: (performance.now() - begun) / 1000,
  processorSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  rows: typeof counted === "number" ? counted : steps,
};
console.log(JSON.stringify(measure));
