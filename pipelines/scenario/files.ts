import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
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
      const text = readFileSync(known.file, "utf8");
      return [parseScenario(text, file.replace(ending, ""), relative)];
    });
}
