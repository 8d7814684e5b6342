import type { FindingWords } from "./findings.ts";

/** Findings in plans of territories. */
export const territoryFindings: Readonly<Record<string, FindingWords>> = {
  expired_holdout: {
    done: "The account goes where exceptions and rules place it.",
    remedy: "Remove the holdout from plans/territories.yaml, or give it a later until.",
  },
  vacant_territory: {
    done: "Its accounts are in the territory and have no rep.",
    remedy: "Name an owner in plans/territories.yaml, or give its accounts to another territory.",
  },
  rep_without_territory: {
    done: "The rep gets a quota and has no part in the balance of territories.",
    remedy: "Name the rep the owner of a territory in plans/territories.yaml.",
  },
  unknown_territory_person: {
    done: "Its accounts are in the territory and have no rep.",
    remedy: "Write the owner as the person_id of people/roster.csv.",
  },
  left_territory_person: {
    done: "Its accounts are in the territory and have no rep.",
    remedy: "Name who follows in plans/territories.yaml, with a plan from the day of the change.",
  },
  unknown_territory_account: {
    done: "The line places no account.",
    remedy: "Write the account’s id in plans/territories.yaml as the CRM has it.",
  },
  idle_territory_exception: {
    done: "The account is where the rules place it.",
    remedy: "Remove the exception from plans/territories.yaml.",
  },
  unmet_territory_condition: {
    done: "The condition holds for no account.",
    remedy: "Correct the value in plans/territories.yaml to one that accounts have.",
  },
  territory_conflict: {
    done: "The first of the territories in the file has the account.",
    remedy: "Make the rules in plans/territories.yaml exclude each other, or add an exception.",
  },
  territory_orphan: {
    done: "The account is in no territory and counts in no balance.",
    remedy: "Add a rule in plans/territories.yaml that covers it, or name it in one.",
  },
};
