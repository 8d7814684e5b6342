import { readFileSync } from "node:fs";
import type { PlainDate } from "../../../src/calendar.ts";
import {
  type AccountingPolicy,
  accountingPolicy,
} from "../../../src/compensation/accounting/policy.ts";
import { policySchema } from "../../../src/compensation/accounting/policy-schema.ts";
import { InputErrors } from "../../../src/errors.ts";
import type { Workspace } from "../../../src/workspace/company.ts";
import { readYaml } from "../../../src/workspace/yaml.ts";
import { explainIssue } from "../../../src/workspace/yaml-issue.ts";
import { recordedFiles } from "../../recorded.ts";

/** Where a company says how it accounts for commission; without the file what is usual holds. */
export const policyFile = "plans/accounting.yaml";

/**
 * How a company accounts for commission, as it was known on a day.
 *
 * @throws InputErrors with every mistake of the file, each with its line
 */
export function readAccountingPolicy(workspace: Workspace, asOf: PlainDate): AccountingPolicy {
  const known = recordedFiles(workspace, policyFile, asOf).at(-1);
  return parseAccountingPolicy(known ? readFileSync(known.file, "utf8") : "");
}

/** @throws InputErrors with every mistake of the text; a misspelt key says which was meant */
export function parseAccountingPolicy(text: string): AccountingPolicy {
  const yaml = readYaml(text, policyFile);
  const parsed = policySchema.safeParse(yaml.value ?? {});
  if (parsed.success) return accountingPolicy(parsed.data);
  throw new InputErrors(
    parsed.error.issues.flatMap((issue) =>
      explainIssue(issue, policySchema, yaml, "accounting policy"),
    ),
  );
}
