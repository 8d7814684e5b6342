import type { CheckKind } from "./checks.ts";

/** Checks of records of any kind, of files and of drops. */
export const recordChecks: readonly CheckKind[] = [
  {
    finding: "duplicate_id",
    severity: "warn",
    description: "A record stands twice in one drop or file",
  },
  {
    finding: "unparsable_value",
    severity: "warn",
    description: "An optional number or date couldn't be read, and counts as none",
  },
  {
    finding: "backward_drop",
    severity: "refuse",
    description: "A drop is older than the one before it",
  },
  { finding: "renamed_column", severity: "warn", description: "A column that drops had is gone" },
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
    finding: "unknown_account",
    severity: "note",
    description: "An opportunity's account is in no export",
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
