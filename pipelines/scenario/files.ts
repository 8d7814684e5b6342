import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
import { InputError } from "../../src/errors.ts";
import { parseScenario, type Scenario } from "../../src/scenario/parse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { recordedFiles } from "../recorded.ts";

const folder = "plans/scenarios";
const ending = /\.ya?ml$/;

/**
 * The scenarios of a workspace by name, as they were known on a day.
 *
 * @throws InputErrors for what can't be read
 */
export function readScenarios(workspace: Workspace, asOf: PlainDate): Scenario[] {
  const path = join(workspace.folder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => ending.test(file))
    .sort()
    .flatMap((file) => {
      const relative = `${folder}/${file}`;
      const known = recordedFiles(workspace, relative, asOf).at(-1);
      if (!known) return [];
      const name = file.replace(ending, "");
      refuseReserved(name, relative);
      return [parseScenario(readFileSync(known.file, "utf8"), name, relative)];
    });
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
