import type { CheckKind } from "./checks.ts";

/** What is good to know and puts no figure in doubt, in the order in which pages list it. */
export const noted: readonly CheckKind[] = [
  {
    finding: "past_close_date",
    severity: "note",
    description: "An open opportunity's close date has passed",
  },
  {
    finding: "stage_blanks",
    severity: "note",
    description: "A stage is written with blanks around it",
  },
  {
    finding: "category_contradicts",
    severity: "note",
    description: "Forecast category and won flag disagree",
  },
  {
    finding: "unknown_account",
    severity: "note",
    description: "An opportunity's account is in no export",
  },
  {
    finding: "unknown_deal_type",
    severity: "note",
    description: "A type of deal reads as neither new, expansion nor renewal",
  },
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
    finding: "goal_other_metric",
    severity: "note",
    description: "A goal is on another metric than the goal it serves",
  },
  {
    finding: "ambiguous_match",
    severity: "note",
    description: "A key that matches sources is that of two accounts or people",
  },
  {
    finding: "unmatched",
    severity: "note",
    description: "An account or rep of one source matches none of another or of the roster",
  },
  {
    finding: "unused_file",
    severity: "note",
    description: "A drop holds a file that feeds nothing",
  },
  {
    finding: "unused_columns",
    severity: "note",
    description: "An export has columns that feed nothing",
  },
];
