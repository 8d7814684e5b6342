import { type CheckResult, check } from "./check.ts";
import { openArchive } from "./ingest/archive.ts";
import { boundEngine } from "./ingest/engine.ts";
import { writeSettings } from "./ingest/settings.ts";
import { ingest, inspectInputs, type Staged } from "./ingest.ts";
import { readLedger } from "./ledger.ts";
import { buildIdOf, manifestInputs } from "./manifest.ts";
import { model } from "./model.ts";
import type { Run } from "./run.ts";

/** The files of a workspace as they were read. */
interface Read {
  readonly staged: Staged;
  readonly inputs: ReturnType<typeof manifestInputs>;
  readonly buildId: string;
}

/** Exports and plans as staging tables; from here on no other file of the machine is read. */
export async function read(run: Run): Promise<Read> {
  await boundEngine(run);
  await openArchive(run);
  const inspected = await inspectInputs(run);
  const inputs = manifestInputs(run, inspected);
  const buildId = buildIdOf(run, inputs);
  await writeSettings(run, buildId);
  await readLedger(run);
  const staged = await ingest(run, inspected);
  await run.warehouse.lock();
  return { staged, inputs, buildId };
}

/** Exports and plans as canonical tables, with what the checks found in them. */
export async function examine(
  run: Run,
): Promise<Omit<Read, "staged"> & { results: CheckResult[] }> {
  run.progress.stage("ingest");
  const { staged, inputs, buildId } = await read(run);
  run.progress.stage("model");
  await model(run, staged);
  run.progress.stage("check");
  return { results: await check(run, staged), inputs, buildId };
}
