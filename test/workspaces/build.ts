import { afterAll } from "vitest";
import { type CheckResult, check } from "../../pipelines/check.ts";
import { read } from "../../pipelines/examine.ts";
import type { Staged } from "../../pipelines/ingest.ts";
import { model } from "../../pipelines/model.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { type Rebuilt, rebuild } from "../../pipelines/rebuild.ts";
import type { Run } from "../../pipelines/run.ts";
import { openWorkspace, resolveAsOf } from "../../pipelines/workspace.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { type Files, writeWorkspace } from "./write.ts";

/** A workspace's exports and plans as canonical tables, in memory. */
export interface Loaded {
  readonly folder: string;
  readonly run: Run;
  readonly staged: Staged;
  readonly checks: readonly CheckResult[];
  /** The rows of a query that a test writes itself. */
  all<Row>(sql: string): Promise<Row[]>;
  /** The first column of a query's rows. */
  column(sql: string): Promise<unknown[]>;
}

const opened: Warehouse[] = [];
afterAll(() => {
  for (const warehouse of opened.splice(0)) warehouse.close();
});

/** Rows of a query that a test writes itself. */
export const rowsOf = <Row>(warehouse: Warehouse, sql: string): Promise<Row[]> =>
  warehouse.all<Row>({ file: "test", sql });

/** Ingests, models and checks a workspace as a rebuild does, without writing anything. */
export async function load(files: Files, asOf?: string): Promise<Loaded> {
  return loadInto(await openWarehouse(":memory:"), files, asOf);
}

/** `load` into a warehouse that is given, and closed when the test file ends. */
export const loadInto = (warehouse: Warehouse, files: Files, asOf?: string): Promise<Loaded> =>
  loadFolder(warehouse, writeWorkspace(files), asOf);

/** `load` of a folder that is there, with what an earlier load has left in it. */
export const reload = async (folder: string, asOf?: string): Promise<Loaded> =>
  loadFolder(await openWarehouse(":memory:"), folder, asOf);

/** `load` of a folder into a warehouse that is given. */
export async function loadFolder(
  warehouse: Warehouse,
  folder: string,
  asOf?: string,
): Promise<Loaded> {
  const workspace = openWorkspace(folder);
  opened.push(warehouse);
  const date = resolveAsOf(workspace, asOf);
  const run: Run = { workspace, asOf: date, warehouse, progress: silentProgress };
  const { staged } = await read(run);
  await model(run, staged);
  const checks = await check(run, staged);
  return {
    folder,
    run,
    staged,
    checks,
    all: (sql) => rowsOf(warehouse, sql),
    column: async (sql) =>
      (await rowsOf<object>(warehouse, sql)).map((row) => Object.values(row)[0]),
  };
}

/** Rebuilds a workspace's warehouse, without a site. */
export const rebuildWarehouse = (folder: string, asOf?: string): Promise<Rebuilt> =>
  rebuild(openWorkspace(folder), { asOf, site: false, progress: silentProgress });
