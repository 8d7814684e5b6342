import type { FindingWords } from "./findings.ts";

/** Findings in opportunities and their line items. */
export const dealFindings: Readonly<Record<string, FindingWords>> = {
  older_state_kept: {
    done: "The opportunity counts as the last row that could be read told it.",
    remedy: "Mend the rejected row and export it again.",
  },
  unknown_owner: {
    done: "The opportunity counts for the company, for no rep and no team.",
    remedy: "Give it an owner in the CRM, or add the user to people/roster.csv.",
  },
  off_roster_owner: {
    done: "What the rep owns counts for the rep and the company, for no team.",
    remedy: "Add the user to people/roster.csv with a team.",
  },
  reversed_dates: {
    done: "The opportunity counts, and its sales cycle in no average.",
    remedy: "Set the day of creation or of closing right in the CRM.",
  },
  negative_amount: {
    done: "The amount counts as written.",
    remedy: "Set it right, unless it is a credit.",
  },
  won_without_amount: {
    done: "It counts as a win and adds nothing to bookings.",
    remedy: "Enter the amount in the CRM.",
  },
  missing_close_date: {
    done: "The opportunity falls in no period.",
    remedy: "Enter the day on which it was closed.",
  },
  implausible_date: {
    done: "The date counts as written.",
    remedy: "Look for a slip in the year.",
  },
  closed_in_future: {
    done: "The opportunity counts in no period until that day; one that is won is expected for it.",
    remedy: "Set the close date to the day on which it was closed.",
  },
  lines_differ: {
    done: "The opportunity’s amount counts; its lines only share it out among products.",
    remedy: "Recalculate the amount from its products in the CRM.",
  },
  unlinked_line: {
    done: "The line adds to nothing.",
    remedy: "Export the link, or remove the line in the CRM.",
  },
  rate_before_first: {
    done: "The amount converts at the first rate that there is.",
    remedy: "Add earlier rates to plans/rates.csv.",
  },
  past_close_date: {
    done: "The opportunity is open, and no coverage counts it.",
    remedy: "Have its owner close it or set a new close date.",
  },
  stage_blanks: {
    done: "The stage is read without the blanks.",
    remedy: "Remove the blanks from the stage’s name in the CRM.",
  },
  category_contradicts: {
    done: "The won flag counts.",
    remedy: "Set the forecast category of the stage right in the CRM.",
  },
  unknown_deal_type: {
    done: "The opportunity counts, as of no type.",
    remedy: "Use a type that says new, expansion or renewal, or map it in company.yaml.",
  },
};
