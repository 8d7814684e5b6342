import type { CheckKind } from "./checks.ts";

/** Checks of opportunities and their line items. */
export const dealChecks: readonly CheckKind[] = [
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
    description: "A CRM user owns opportunities but isn't on the roster",
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
    finding: "rate_before_first",
    severity: "warn",
    description: "An opportunity converts at a rate dated after it",
  },
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
    finding: "unknown_deal_type",
    severity: "note",
    description: "A type of deal reads as neither new, expansion nor renewal",
  },
];
