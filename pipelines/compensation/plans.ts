import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
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
 * @throws InputErrors for what can't be read, and for two of one name
 */
export function readPlans(workspace: Workspace, asOf: PlainDate): PlanFile[] {
  const plans = writtenPlans(workspace, asOf).filter((plan) => isKnown(plan, asOf));
  refuseSameNames(plans);
  return plans;
}

/** A file of the plans' folder that pays nobody, and why. */
export interface UnusedPlan {
  readonly file: string;
  readonly detail: string;
}

/**
 * The files among the compensation plans that no plan is read from: those of another ending, and plans
 * that are recorded after the day.
 *
 * @throws InputErrors for a plan that can't be read
 */
export function unusedPlans(workspace: Workspace, asOf: PlainDate): UnusedPlan[] {
  const later = writtenPlans(workspace, asOf).filter((plan) => !isKnown(plan, asOf));
  return [
    ...filesOf(workspace.folder)
      .filter((file) => !isPlanFile(file))
      .map((file) => ({ file, detail: "is no plan: its name ends in neither .yaml nor .yml" })),
    ...later.map(({ file, terms }) => ({
      file,
      detail: `plan "${terms.name}" pays nobody yet: it is recorded on ${terms.recordedOn}`,
    })),
  ];
}

/** All that are written, be they recorded after the day. */
function writtenPlans(workspace: Workspace, asOf: PlainDate): PlanFile[] {
  const { currency, calendar } = workspace.company;
  const defaults = { currency, fiscalYearStarts: calendar.startMonth };
  return planFiles(workspace.folder).flatMap((file) => {
    const known = recordedFiles(workspace, file, asOf).at(-1);
    if (!known) return [];
    const text = readFileSync(known.file, "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    return [{ file, sha256, text, ...readPlan(text, file, defaults) }];
  });
}

const isKnown = ({ terms: { recordedOn } }: PlanFile, asOf: PlainDate) =>
  recordedOn === null || recordedOn <= asOf;

/** Statements and closed periods tell plans apart by their names. */
function refuseSameNames(plans: readonly PlanFile[]): void {
  const first = new Map<string, PlanFile>();
  const errors = plans.flatMap((plan) => {
    const { name } = plan.terms;
    const same = first.get(name);
    if (same === undefined) {
      first.set(name, plan);
      return [];
    }
    const remedy = `${same.file} has that name, too: give one of them another.`;
    return [new InputError(`repeated plan: "${name}"`, { ...plan.placeOf(["plan"]), remedy })];
  });
  if (errors.length > 0) throw new InputErrors(errors);
}

/** The files of compensation plans, from the workspace's folder. */
export const planFiles = (workspaceFolder: string): string[] =>
  filesOf(workspaceFolder).filter(isPlanFile);

const isPlanFile = (file: string) => /\.ya?ml$/.test(file);

/** All that lies beside them, too, but for what is hidden. */
function filesOf(workspaceFolder: string): string[] {
  const path = join(workspaceFolder, planFolder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => `${planFolder}/${name}`);
}
