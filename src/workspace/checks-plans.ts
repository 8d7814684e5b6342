import type { CheckKind } from "./checks.ts";

/** Checks of plans, goals and the roster. */
export const planChecks: readonly CheckKind[] = [
  {
    finding: "duplicate_quota",
    severity: "warn",
    description: "A quota stands twice with the same dates",
  },
  {
    finding: "changed_plan_row",
    severity: "warn",
    description: "A row of a plan or the roster was edited or deleted in place",
  },
  { finding: "shared_email", severity: "warn", description: "Two people have one email address" },
  {
    finding: "manager_cycle",
    severity: "warn",
    description: "A chain of managers runs in a circle",
  },
  {
    finding: "empty_team",
    severity: "warn",
    description: "A team with a quota or a territory has no rep",
  },
  {
    finding: "empty_plan",
    severity: "warn",
    description: "A compensation plan covers nobody",
  },
  { finding: "zero_target", severity: "warn", description: "A quota is zero" },
  {
    finding: "quota_differs",
    severity: "note",
    description: "The plan file and the CRM tell a quota differently",
  },
  {
    finding: "unplaced_quota",
    severity: "note",
    description: "A quota in the CRM is of nobody who is known as a rep",
  },
  {
    finding: "unplaced_call",
    severity: "note",
    description: "A call or a forecast in the CRM is of nobody, or of no period, that is known",
  },
  {
    finding: "split_sum",
    severity: "warn",
    description: "The shares of a deal's credit don't add up to one",
  },
  {
    finding: "unknown_split_deal",
    severity: "warn",
    description: "A deal that plans/splits.csv shares is in no export",
  },
  {
    finding: "unknown_split_person",
    severity: "warn",
    description: "A person who shares a deal's credit is on no list",
  },
  {
    finding: "unused_plan",
    severity: "note",
    description: "A file in plans/compensation isn't settled",
  },
  {
    finding: "goal_after_parent",
    severity: "warn",
    description: "A goal is due after the goal it serves",
  },
  {
    finding: "goal_other_metric",
    severity: "note",
    description: "A goal is on another metric than the goal it serves",
  },
];
