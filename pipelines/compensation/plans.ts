import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
import { readPlan, type WrittenPlan } from "../../src/scenario/plan-text.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { recordedFiles } from "../recorded.ts";

/** Where a workspace keeps its compensation plans. */
export const planFolder = "plans/compensation";

/** A compensation plan of a workspace, and the file that it stands in. */
export interface PlanFile extends WrittenPlan {
  readonly file: string;
  /** Of the file. */
  readonly sha256: string;
  /** As it was read. */
  readonly text: string;
}

/**
 * The compensation plans of a workspace as they were known on a day, by file.
 *
 * @throws InputErrors for what can't be read
 */
export function readPlans(workspace: Workspace, asOf: PlainDate): PlanFile[] {
  const { currency, calendar } = workspace.company;
  const defaults = { currency, fiscalYearStarts: calendar.startMonth };
  return planFiles(workspace.folder).flatMap((file) => {
    const known = recordedFiles(workspace, file, asOf).at(-1);
    if (!known) return [];
    const text = readFileSync(known.file, "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const plan = readPlan(text, file, defaults);
    const { recordedOn } = plan.terms;
    const isKnown = recordedOn === null || recordedOn <= asOf;
    return isKnown ? [{ file, sha256, text, ...plan }] : [];
  });
}

/** The files of compensation plans, from the workspace's folder. */
export function planFiles(workspaceFolder: string): string[] {
  const path = join(workspaceFolder, planFolder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${planFolder}/${name}`);
}
