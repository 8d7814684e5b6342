import { brokenPlan } from "../compensation/plan/check.ts";
import type { PlaceOf } from "../compensation/plan/mistake.ts";
import { type PlanDefaults, planTerms } from "../compensation/plan/read.ts";
import { planSchema, spelledOut } from "../compensation/plan/schema.ts";
import type { PlanTerms } from "../compensation/plan/terms.ts";
import { InputErrors } from "../errors.ts";
import { readYaml, type YamlFile } from "../workspace/yaml.ts";
import { explainIssue } from "../workspace/yaml-issue.ts";

/** A plan, and where each part of its file stands. */
export interface WrittenPlan {
  readonly terms: PlanTerms;
  readonly placeOf: PlaceOf;
}

/** The terms of a plan's text, as `readPlan` reads it. */
export const parsePlan = (text: string, file: string, defaults: PlanDefaults): PlanTerms =>
  readPlan(text, file, defaults).terms;

/**
 * Reads the text of a compensation plan.
 *
 * @param file its path, for messages
 * @throws InputErrors with every mistake; a misspelt key says which was meant
 */
export function readPlan(text: string, file: string, defaults: PlanDefaults): WrittenPlan {
  const yaml = readYaml(text, file);
  return { terms: planFrom(yaml, defaults), placeOf: yaml.placeOf };
}

/**
 * A compensation plan from the value of its file.
 *
 * @throws InputErrors with every mistake
 */
export function planFrom(file: YamlFile, defaults: PlanDefaults): PlanTerms {
  const written = { ...file, value: spelledOut(file.value ?? {}) };
  const parsed = planSchema.safeParse(written.value);
  if (!parsed.success) {
    throw new InputErrors(
      parsed.error.issues.flatMap((issue) => explainIssue(issue, planSchema, written, "plan")),
    );
  }
  const errors = brokenPlan(parsed.data, written.placeOf);
  if (errors.length > 0) throw new InputErrors(errors);
  return planTerms(parsed.data, defaults);
}
