import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../src/calendar.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { analyses } from "./analyses.ts";
import { type CheckResult, refuseFailures } from "./check.ts";
import { examine } from "./examine.ts";
import { recordForecasts } from "./ledger.ts";
import { takeLock } from "./lock.ts";
import { writeManifest } from "./manifest.ts";
import { checkOut } from "./out-folder.ts";
import { placesOf } from "./places.ts";
import type { Progress } from "./progress.ts";
import { type Move, recover, swap } from "./publish/swap.ts";
import { publish } from "./publish.ts";
import { recordChanges } from "./record.ts";
import type { Run } from "./run.ts";
import { statementMoves, writeStatements } from "./statements.ts";
import { resolveAsOf } from "./workspace.ts";

export interface RebuildOptions {
  readonly asOf?: string | undefined;
  /** Another folder for the site; the workspace's own site and warehouse are then left alone. */
  readonly out?: string | undefined;
  readonly site?: boolean;
  readonly progress: Progress;
}

/** What a rebuild left behind; `site` is undefined when none was asked for. */
export interface Rebuilt {
  readonly asOf: PlainDate;
  readonly buildId: string;
  readonly site: string | undefined;
}

/**
 * Rebuilds a workspace: exports and plans in, warehouse, statements and site out. A failure leaves the
 * last good ones as they were.
 *
 * @throws InputError, InputErrors for bad input, RefusedError when a check forbids to publish
 */
export async function rebuild(workspace: Workspace, options: RebuildOptions): Promise<Rebuilt> {
  const places = placesOf(workspace.folder);
  const out = options.out === undefined ? undefined : checkOut(options.out, workspace.folder);
  const release = takeLock(places.lock);
  try {
    recover(places.journal);
    const asOf = resolveAsOf(workspace, options.asOf);
    rmSync(places.next, { recursive: true, force: true });
    mkdirSync(places.next, { recursive: true });
    const built = join(places.next, "warehouse.duckdb");
    const site = join(places.next, "site");
    const statements = join(places.next, "statements");
    const own = out === undefined ? statements : undefined;
    const buildId = await build(workspace, asOf, { built, site, statements: own }, options);
    const moves = movesOf(workspace.folder, { built, site, statements: own }, { ...options, out });
    const edition = { asOf, buildId, built };
    const records =
      out === undefined
        ? [
            ...recordChanges(workspace, asOf, join(places.next, "records")),
            ...(await recordForecasts(workspace, edition, join(places.next, "forecasts.parquet"))),
          ]
        : [];
    swap(places.journal, [...moves, ...records]);
    return { asOf, buildId, site: options.site === false ? undefined : (out ?? places.site) };
  } finally {
    rmSync(places.next, { recursive: true, force: true });
    rmSync(places.transcoded, { recursive: true, force: true });
    release();
  }
}

/** Reads and checks a workspace without publishing anything; what the checks found. */
export async function checkWorkspace(
  workspace: Workspace,
  { asOf: given, progress }: Pick<RebuildOptions, "asOf" | "progress">,
): Promise<CheckResult[]> {
  const places = placesOf(workspace.folder);
  const release = takeLock(places.lock);
  try {
    recover(places.journal);
    const asOf = resolveAsOf(workspace, given);
    rmSync(places.next, { recursive: true, force: true });
    mkdirSync(places.next, { recursive: true });
    const warehouse = await openWarehouse(join(places.next, "check.duckdb"));
    try {
      return (await examine({ workspace, asOf, warehouse, progress })).results;
    } finally {
      warehouse.close();
    }
  } finally {
    rmSync(places.next, { recursive: true, force: true });
    rmSync(places.transcoded, { recursive: true, force: true });
    release();
  }
}

/** Where the parts of a build are made; no statements where the site is for another folder. */
interface Parts {
  readonly built: string;
  readonly site: string;
  readonly statements: string | undefined;
}

async function build(
  workspace: Workspace,
  asOf: PlainDate,
  { built, site, statements }: Parts,
  { progress, site: wantsSite = true }: RebuildOptions,
): Promise<string> {
  const warehouse = await openWarehouse(built);
  const run: Run = { workspace, asOf, warehouse, progress };
  try {
    const { results, inputs, buildId } = await examine(run);
    refuseFailures(results);
    for (const [name, work] of Object.entries(analyses)) {
      progress.stage(name);
      await work(run);
    }
    await writeManifest(run, inputs);
    if (statements !== undefined) {
      progress.stage("statements");
      progress.step("people", await writeStatements(run, statements, buildId));
    }
    if (wantsSite) {
      progress.stage("publish");
      await publish(run, { out: site, buildId });
    }
    return buildId;
  } finally {
    warehouse.close();
  }
}

/** A site built elsewhere leaves the workspace's own site, warehouse and statements alone. */
function movesOf(
  folder: string,
  { built, site, statements }: Parts,
  { out, site: wantsSite = true }: RebuildOptions,
): Move[] {
  if (statements === undefined) return wantsSite ? [{ from: site, to: out ?? "" }] : [];
  const places = placesOf(folder);
  const own = [{ from: built, to: places.warehouse }, ...statementMoves(folder, statements)];
  return wantsSite ? [...own, { from: site, to: places.site }] : own;
}
