import { existsSync, readFileSync, statSync } from "node:fs";
import { brokenPlan } from "../../src/compensation/plan/check.ts";
import { type PlanDefaults, planTerms } from "../../src/compensation/plan/read.ts";
import { planSchema, spelledOut } from "../../src/compensation/plan/schema.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import { explainIssue, readYaml } from "../../src/workspace/yaml.ts";

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

/**
 * Reads the text of a plan.
 *
 * @param file its path, for messages
 * @throws InputErrors with every mistake; a misspelt key says which was meant
 */
export function parsePlan(text: string, file: string, defaults: PlanDefaults): PlanTerms {
  const written = readYaml(text, file);
  const yaml = { ...written, value: spelledOut(written.value ?? {}) };
  const parsed = planSchema.safeParse(yaml.value);
  if (!parsed.success) {
    throw new InputErrors(
      parsed.error.issues.flatMap((issue) => explainIssue(issue, planSchema, yaml, "plan")),
    );
  }
  const errors = brokenPlan(parsed.data, yaml.placeOf);
  if (errors.length > 0) throw new InputErrors(errors);
  return planTerms(parsed.data, defaults);
}
