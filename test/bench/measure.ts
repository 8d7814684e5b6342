import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { companyOf } from "./companies.ts";

/** The stages in the order of a rebuild, after the engine's own bare loads of the same files. */
export const taskNames = [
  "bare, sniffed",
  "bare, as text",
  "ingest",
  "model",
  "check",
  "metrics",
  "forecast",
  "plan",
] as const;

export type Task = (typeof taskNames)[number];

/** What one task took, in a process of its own. */
export interface Measure {
  readonly task: Task;
  /** From opening the warehouse until it is closed and on disk. */
  readonly seconds: number;
  /** The same work on all cores added up: less shaken by what else the machine does. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly rows: number;
}

/** The measures of one simulated company. */
export interface CompanyMeasures {
  readonly opportunities: number;
  /** Records of all its files. */
  readonly records: number;
  readonly measures: Readonly<Record<Task, Measure>>;
}

const runFile = promisify(execFile);
const child = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Simulates a company, unless it is at hand, and measures every task on it. */
export async function measureCompany(opportunities: number): Promise<CompanyMeasures> {
  const company = await companyOf(opportunities);
  const scratch = mkdtempSync(join(tmpdir(), "quotabook-bench-run-"));
  try {
    const measures: Partial<Record<Task, Measure>> = {};
    for (const task of taskNames) {
      const { stdout } = await runFile(process.execPath, [
        ...["--import", "tsx", child],
        ...[task, company, scratch],
      ]);
      measures[task] = JSON.parse(stdout) as Measure;
    }
    const whole = measures as Record<Task, Measure>;
    return { opportunities, records: whole["bare, as text"].rows, measures: whole };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
