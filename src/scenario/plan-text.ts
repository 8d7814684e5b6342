import { brokenPlan } from "../compensation/plan/check.ts";
import { type PlanDefaults, planTerms } from "../compensation/plan/read.ts";
import { planSchema, spelledOut } from "../compensation/plan/schema.ts";
import type { PlanTerms } from "../compensation/plan/terms.ts";
import { InputErrors } from "../errors.ts";
import { explainIssue, readYaml } from "../workspace/yaml.ts";

/**
 * Reads the text of a compensation plan.
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
