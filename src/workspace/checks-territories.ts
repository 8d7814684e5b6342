import type { CheckKind } from "./checks.ts";

/** Checks of plans of territories. */
export const territoryChecks: readonly CheckKind[] = [
  {
    finding: "expired_holdout",
    severity: "warn",
    description: "A holdout of an account is over",
  },
  {
    finding: "vacant_territory",
    severity: "note",
    description: "A territory has nobody",
  },
  {
    finding: "rep_without_territory",
    severity: "note",
    description: "A rep has no territory and no account",
  },
  {
    finding: "unknown_territory_person",
    severity: "warn",
    description: "A territory's owner is on no list",
  },
  {
    finding: "left_territory_person",
    severity: "warn",
    description: "A territory's owner has left",
  },
  {
    finding: "unknown_territory_account",
    severity: "warn",
    description: "A plan of territories names an account that nobody knows",
  },
  {
    finding: "idle_territory_exception",
    severity: "note",
    description: "An exception of a territory places nothing anew",
  },
  {
    finding: "unmet_territory_condition",
    severity: "warn",
    description: "No account has a value that a rule of a territory asks for",
  },
  {
    finding: "territory_conflict",
    severity: "warn",
    description: "The rules of several territories claim an account",
  },
  {
    finding: "territory_orphan",
    severity: "note",
    description: "No territory has an account",
  },
];
