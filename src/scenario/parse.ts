import { InputError, InputErrors } from "../errors.ts";
import { readYaml, type YamlFile } from "../workspace/yaml.ts";
import { explainIssue } from "../workspace/yaml-issue.ts";
import { type ScenarioEntry, scenarioSchema } from "./schema.ts";

/** A scenario as read: its file's name without ending, and what it changes. */
export interface Scenario {
  readonly name: string;
  readonly file: string;
  readonly entry: ScenarioEntry;
  readonly placeOf: YamlFile["placeOf"];
}

/**
 * Reads the text of a scenario.
 *
 * @param file its path, for messages
 * @throws InputErrors with every mistake; a misspelt key says which was meant
 */
export function parseScenario(text: string, name: string, file: string): Scenario {
  const yaml = readYaml(text, file);
  const parsed = scenarioSchema.safeParse(yaml.value ?? {});
  if (!parsed.success) {
    throw new InputErrors(
      parsed.error.issues.flatMap((issue) => explainIssue(issue, scenarioSchema, yaml, "scenario")),
    );
  }
  refuseSeveralTargets(parsed.data, file);
  return { name, file, entry: parsed.data, placeOf: yaml.placeOf };
}

/** @throws InputError where a scenario says more than once what quotas sum to */
export function refuseSeveralTargets(
  { target, growth, share_at_quota }: ScenarioEntry,
  file?: string,
): void {
  const totals = [target, growth, share_at_quota].filter((value) => value !== undefined);
  if (totals.length < 2) return;
  throw new InputError(`several targets: ${totals.join(", ")}`, {
    ...(file === undefined ? {} : { file }),
    remedy: "Give one of target, growth and share_at_quota: each says what quotas sum to.",
  });
}
