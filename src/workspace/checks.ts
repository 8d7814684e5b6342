import { dealChecks } from "./checks-deals.ts";
import { planChecks } from "./checks-plans.ts";
import { recordChecks } from "./checks-records.ts";
import { territoryChecks } from "./checks-territories.ts";

/** What a check looks for: the SQL file of the same name finds it, or ingest where it meets it. */
export interface CheckKind {
  readonly finding: string;
  /** `note` puts no figure in doubt; `refuse` forbids to publish. */
  readonly severity: "note" | "warn" | "refuse";
  readonly description: string;
}

/** Every kind of finding. */
export const checkKinds: readonly CheckKind[] = [
  ...recordChecks,
  ...dealChecks,
  ...planChecks,
  ...territoryChecks,
];
