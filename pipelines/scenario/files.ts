import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
import { InputError } from "../../src/errors.ts";
import { parseScenario, type Scenario } from "../../src/scenario/parse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { recordedFiles } from "../recorded.ts";

/** Where a workspace keeps its scenarios. */
export const scenarioFolder = "plans/scenarios";
const ending = /\.ya?ml$/;

/**
 * The scenarios of a workspace by name, as they were known on a day.
 *
 * @throws InputErrors for what can't be read
 */
export function readScenarios(workspace: Workspace, asOf: PlainDate): Scenario[] {
  return scenarioFiles(workspace.folder).flatMap((relative) => {
    const known = recordedFiles(workspace, relative, asOf).at(-1);
    if (!known) return [];
    const name = basename(relative).replace(ending, "");
    refuseReserved(name, relative);
    return [parseScenario(readFileSync(known.file, "utf8"), name, relative)];
  });
}

/** The files of scenarios, from the workspace's folder. */
export function scenarioFiles(workspaceFolder: string): string[] {
  const path = join(workspaceFolder, scenarioFolder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => ending.test(file))
    .sort()
    .map((file) => `${scenarioFolder}/${file}`);
}

/** What the plan without a scenario is called, by the command line and the planner page. */
const reserved = ["base", "plan"];

function refuseReserved(name: string, file: string): void {
  if (!reserved.includes(name)) return;
  throw new InputError(`reserved scenario name: ${name}`, {
    file,
    remedy: "Give the file another name: the plan without a scenario is called so.",
  });
}
