import type { FindingWords } from "./findings.ts";

/** Findings in plans, goals and the roster. */
export const planFindings: Readonly<Record<string, FindingWords>> = {
  duplicate_quota: {
    done: "The last of the rows counts.",
    remedy: "Remove one of them, or give the later one its own recorded_on.",
  },
  changed_plan_row: {
    done: "What is over keeps what was known then; from the day of the edit the new row counts.",
    remedy: "Leave rows as they are and add one with a later recorded_on.",
  },
  shared_email: {
    done: "Both people count, each with what their ids tell.",
    remedy: "Correct the address, or make one person of the two rows in people/roster.csv.",
  },
  manager_cycle: {
    done: "Everybody counts in their team; no figure is added up by managers.",
    remedy: "Set manager_id right in people/roster.csv.",
  },
  empty_team: {
    done: "Its quota and its territories count; nobody is there to reach or to work them.",
    remedy: "Put reps into the team in people/roster.csv, or take it out of the plan.",
  },
  empty_plan: {
    done: "The plan pays nobody.",
    remedy:
      "Mend what it says under covers, or the roles and teams of people/roster.csv, so that both agree.",
  },
  zero_target: {
    done: "The quota counts, its attainment is left blank.",
    remedy: "Enter the target, or remove the row.",
  },
  quota_differs: {
    done: "The quota of plans/quotas.csv counts.",
    remedy: "Correct the plan or the CRM, so that both say the same.",
  },
  unplaced_quota: {
    done: "The quota adds to nothing.",
    remedy:
      "Name the person in people/roster.csv, or remove the quota; a manager’s needs no mending where those below have their own.",
  },
  unplaced_call: {
    done: "The call is kept and judged against nothing.",
    remedy:
      "Write the entity as its page names it and the period as FY26-Q3 or 2026-03 in plans/calls.csv; name who forecasts in the CRM in people/roster.csv.",
  },
  split_sum: {
    done: "Metrics credit everybody with the share that is written; a plan that asks for the whole isn’t settled.",
    remedy: "Correct the shares in the CRM or in plans/splits.csv so that they add up to one.",
  },
  unknown_split_deal: {
    done: "The share counts nowhere; a deal that was meant is all its owner’s.",
    remedy: "Correct the opportunity id in plans/splits.csv, or take the row out.",
  },
  unknown_split_person: {
    done: "The share is nobody’s; the others stand as they are written. Pay isn’t settled on one of plans/splits.csv.",
    remedy: "Add the person to people/roster.csv, or correct the id of the share.",
  },
  unused_plan: {
    done: "Nobody is paid by it.",
    remedy:
      "Let the file’s name end in .yaml and recorded_on say the day on which the plan was known, or keep it elsewhere.",
  },
  goal_after_parent: {
    done: "The goal is followed to its own date.",
    remedy: "Set a due date in plans/goals.yaml that is no later than that of the goal it serves.",
  },
  goal_other_metric: {
    done: "Both are followed; the goal isn’t added up to the one it serves.",
    remedy: "Leave it if it is meant as a lever, or choose the same metric in plans/goals.yaml.",
  },
};
