import type { FindingWords } from "./findings.ts";

/** Findings in records of any kind, in files and in drops. */
export const recordFindings: Readonly<Record<string, FindingWords>> = {
  duplicate_id: {
    done: "The last of the rows counts.",
    remedy: "Remove the duplicate, or export each record once.",
  },
  unparsable_value: {
    done: "The row counts, without the value.",
    remedy: "Mend the value in the CRM, or map another column in company.yaml.",
  },
  backward_drop: {
    done: "Nothing is published.",
    remedy: "Put the export into the folder of the day it was made, or remove it.",
  },
  renamed_column: {
    done: "From that drop on the column counts as blank.",
    remedy: "Map the new heading in company.yaml beside the old one, or export the old one again.",
  },
  repeated_drop: {
    done: "The rows count once, as the first drop told them.",
    remedy: "Replace the copy by the export of its day, or remove it.",
  },
  contradiction: {
    done: "What was told first stands.",
    remedy: "Find out in the CRM which is right; to take the later one, mend the first export.",
  },
  unknown_account: {
    done: "The opportunity counts, in no segment or industry of an account.",
    remedy: "Export the account too, or link the opportunity to one that is there.",
  },
  ambiguous_match: {
    done: "It is matched with neither and counts as one of its own.",
    remedy: "Merge the two in the CRM, or give each a key of its own.",
  },
  unmatched: {
    done: "It counts as one of its own.",
    remedy: "Give it the key of the one that it is, or leave it if there is no other.",
  },
  unused_file: {
    done: "The file is left alone.",
    remedy: "Name it as the CRM names its object, or remove it.",
  },
  unused_columns: {
    done: "The columns are left alone.",
    remedy: "Map what you need in company.yaml; nothing has to be done about the rest.",
  },
};
