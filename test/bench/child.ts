import { join } from "node:path";
import { analyses } from "../../pipelines/analyses.ts";
import { check } from "../../pipelines/check.ts";
import { read } from "../../pipelines/examine.ts";
import { boundEngine } from "../../pipelines/ingest/engine.ts";
import type { Staged } from "../../pipelines/ingest.ts";
import { everyRow, latestRows } from "../../pipelines/latest.ts";
import { runMarts } from "../../pipelines/lineage.ts";
import { model, stageMarts } from "../../pipelines/model.ts";
import { type Progress, silentProgress } from "../../pipelines/progress.ts";
import { type Run, sql } from "../../pipelines/run.ts";
import { tellVersions } from "../../pipelines/versions.ts";
import { openWorkspace, resolveAsOf } from "../../pipelines/workspace.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { loadBare } from "./bare.ts";
import type { Measure, Task } from "./task.ts";

// one task in a process of its own, so that its peak of memory is its own

const [task, company, scratch, asOf] = process.argv.slice(2) as [Task, string, string, string?];

/** A task's work; `staged` is what the work before it has read. */
type Work = (run: Run, staged: Staged) => Promise<unknown>;

/** What each task does; it returns the rows it made, when it knows. */
const tasks: Record<Task, Work> = {
  "bare, sniffed": ({ warehouse, workspace }) => loadBare(warehouse, workspace, "sniffed"),
  "bare, as text": ({ warehouse, workspace }) => loadBare(warehouse, workspace, "text"),
  ingest: read,
  model,
  check,
  ...analyses,
  "ingest and versions": tellOfDrops,
};

/** What must be read again, unmeasured: staging tables are views that end with a process. */
const before: Partial<Record<Task, (run: Run) => Promise<Staged>>> = {
  model: stagedAgain,
  metrics: stagedAgain,
  check: async (run) => {
    const staged = await stagedAgain(run);
    await model(run, staged);
    return staged;
  },
};

async function stagedAgain(run: Run): Promise<Staged> {
  return (await read(run)).staged;
}

/** What a drop costs before any table of the warehouse is made. */
async function tellOfDrops(run: Run): Promise<void> {
  const { staged } = await read(run);
  await runMarts(run, stageMarts, { ...everyRow(staged), ...(await latestRows(run, staged)) });
  await tellVersions(run, staged);
}

const workspace = openWorkspace(company);
const file = task.startsWith("bare") ? `${task}.duckdb` : "warehouse.duckdb";
const warehouse = await openWarehouse(join(scratch, file));
let steps = 0;
const counting: Progress = {
  ...silentProgress,
  step: (_, rows) => {
    steps += rows ?? 0;
  },
};
const run: Run = {
  workspace,
  asOf: resolveAsOf(workspace, asOf),
  warehouse,
  progress: silentProgress,
};
await boundEngine(run);
await warehouse.run(sql("ingest/time_zone"), { time_zone: workspace.company.timeZone });
const staged = (await before[task]?.(run)) ?? ({} as Staged);

const begun = performance.now();
const spent = process.cpuUsage();
const counted = await tasks[task]({ ...run, progress: counting }, staged);
warehouse.close();

const cpu = process.cpuUsage(spent);
const measure: Measure = {
  task,
  seconds: (performance.now() - begun) / 1000,
  processorSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  rows: typeof counted === "number" ? counted : steps,
};
console.log(JSON.stringify(measure));
