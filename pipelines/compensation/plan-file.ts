import { existsSync, readFileSync, statSync } from "node:fs";
import type { PlanDefaults } from "../../src/compensation/plan/read.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError } from "../../src/errors.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";

/**
 * Reads a plan file.
 *
 * @throws InputError where it isn't there, InputErrors with every mistake, each with its line
 */
export function readPlanFile(file: string, defaults: PlanDefaults): PlanTerms {
  if (!existsSync(file) || !statSync(file).isFile()) {
    const remedy = "Name a compensation plan: a YAML file with the keys plan and components.";
    throw new InputError(`missing file: ${file}`, { remedy });
  }
  return parsePlan(readFileSync(file, "utf8"), file, defaults);
}
