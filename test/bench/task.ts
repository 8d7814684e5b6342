import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { analyses } from "../../pipelines/analyses.ts";
import { placesOf } from "../../pipelines/places.ts";

/** The stages in the order of a rebuild, after the engine's own bare loads of the same files. */
export const stageTasks = [
  "bare, sniffed",
  "bare, as text",
  "ingest",
  "model",
  "check",
  ...(Object.keys(analyses) as (keyof typeof analyses)[]),
] as const;

export type StageTask = (typeof stageTasks)[number];
export type Task = StageTask | "ingest and versions";

/** What one task took, in a process of its own. */
export interface Measure {
  readonly task: Task;
  /** From the first statement until the warehouse is closed and on disk. */
  readonly seconds: number;
  /** The same work on all cores added up: less shaken by what else the machine does. */
  readonly processorSeconds: number;
  /** Of the process: with what had to be read again for the task. */
  readonly peakMegabytes: number;
  readonly rows: number;
}

const runFile = promisify(execFile);
const child = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Runs one task in its own process, as of a date or of the last drop. */
export async function measureTask(
  task: Task,
  company: string,
  scratch: string,
  asOf?: string,
): Promise<Measure> {
  const { stdout } = await runFile(process.execPath, [
    ...["--import", "tsx", child],
    ...[task, company, scratch, ...(asOf === undefined ? [] : [asOf])],
  ]);
  return JSON.parse(stdout) as Measure;
}

/** The next task reads every file again. */
export function forgetArchive(company: string): void {
  rmSync(placesOf(company).archive, { force: true });
}
