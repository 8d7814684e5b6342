import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { companyOf } from "./companies.ts";
import { type IncrementMeasures, measureIncrement } from "./increment.ts";
import { forgetArchive, type Measure, measureTask, type StageTask, stageTasks } from "./task.ts";

/** The measures of one simulated company. */
export interface CompanyMeasures {
  readonly opportunities: number;
  /** Records of all its files. */
  readonly records: number;
  readonly measures: Readonly<Record<StageTask, Measure>>;
  readonly increment: IncrementMeasures;
}

/** Simulates a company, unless it is at hand, and measures every task on it. */
export async function measureCompany(opportunities: number): Promise<CompanyMeasures> {
  const company = await companyOf(opportunities);
  const scratch = mkdtempSync(join(tmpdir(), "quotabook-bench-run-"));
  try {
    forgetArchive(company);
    const measures = await measureStages(company, scratch);
    const increment = await measureIncrement(company, scratch);
    return { opportunities, records: measures["bare, as text"].rows, measures, increment };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measureStages(company: string, scratch: string) {
  const measured: Partial<Record<StageTask, Measure>> = {};
  for (const task of stageTasks) measured[task] = await measureTask(task, company, scratch);
  return measured as Record<StageTask, Measure>;
}
