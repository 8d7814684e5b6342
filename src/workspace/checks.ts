import { noted } from "./noted.ts";

/** What a check looks for; the SQL file of the same name finds it. */
export interface CheckKind {
  readonly finding: string;
  readonly severity: "note" | "warn" | "refuse";
  readonly description: string;
}

/** Every finding that keeps its row, in the order in which the data-quality page lists them. */
export const checkKinds: readonly CheckKind[] = [
  {
    finding: "duplicate_id",
    severity: "warn",
    description: "A record stands twice in one drop or file",
  },
  {
    finding: "duplicate_quota",
    severity: "warn",
    description: "A quota stands twice with the same dates",
  },
  {
    finding: "older_state_kept",
    severity: "warn",
    description: "An opportunity's latest row couldn't be read, so an older one counts",
  },
  {
    finding: "unknown_owner",
    severity: "warn",
    description: "An opportunity's owner is on no list",
  },
  {
    finding: "off_roster_owner",
    severity: "warn",
    description: "A CRM user owns records but isn't on the roster",
  },
  {
    finding: "unparsable_value",
    severity: "warn",
    description: "An optional number or date couldn't be read, and counts as none",
  },
  {
    finding: "reversed_dates",
    severity: "warn",
    description: "An opportunity closed before it was created",
  },
  { finding: "negative_amount", severity: "warn", description: "An amount is below zero" },
  {
    finding: "won_without_amount",
    severity: "warn",
    description: "A won opportunity has no amount",
  },
  {
    finding: "missing_close_date",
    severity: "warn",
    description: "A closed opportunity has no close date",
  },
  { finding: "implausible_date", severity: "warn", description: "A date lies decades away" },
  {
    finding: "closed_in_future",
    severity: "warn",
    description: "An opportunity is closed on a day to come",
  },
  {
    finding: "lines_differ",
    severity: "warn",
    description: "Line items don't add up to the amount",
  },
  {
    finding: "unlinked_line",
    severity: "warn",
    description: "A line item belongs to no opportunity",
  },
  {
    finding: "split_sum",
    severity: "warn",
    description: "The shares of a deal's credit don't add up to one",
  },
  {
    finding: "unknown_split_person",
    severity: "warn",
    description: "A person who shares a deal's credit is on no list",
  },
  {
    finding: "rate_before_first",
    severity: "warn",
    description: "An opportunity converts at a rate dated after it",
  },
  {
    finding: "backward_drop",
    severity: "refuse",
    description: "A drop is older than the one before it",
  },
  {
    finding: "renamed_column",
    severity: "warn",
    description: "A column that drops had is gone",
  },
  {
    finding: "repeated_drop",
    severity: "warn",
    description: "A drop repeats an earlier one byte for byte",
  },
  {
    finding: "contradiction",
    severity: "warn",
    description: "What can't change is told in two ways",
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
  { finding: "empty_team", severity: "warn", description: "A team with a quota has no member" },
  { finding: "zero_target", severity: "warn", description: "A quota is zero" },
  {
    finding: "goal_after_parent",
    severity: "warn",
    description: "A goal is due after the goal it serves",
  },
  ...noted,
];
