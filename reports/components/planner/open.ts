import type { PlanBase } from "../../src/scenario/base.js";
import { problemOf } from "../draft/problem.js";
import type { NamedAccount } from "./accounts.js";
import type { Draft } from "./draft.js";
import { draftInAddress } from "./link.js";
import { openPlanner, type Planner } from "./store.js";

/** What `planner.json` holds. */
export interface PublishedPlan {
  /** Without accounts and anybody's pay; null where no year is planned. */
  readonly base: PlanBase;
  readonly scenarios: readonly Draft[];
  /** Whether the plan's guardrails are counted from on-target earnings, which aren't published. */
  readonly counts_earnings: boolean;
  /** Whether people are paid on compensation plans. */
  readonly counts_pay: boolean;
}

const nothingYet: Draft = { name: "scenario", entry: {} };

/** The planner at the scenario that the address holds, else at the plan; and what is wrong with the address. */
export async function plannerAt(
  { base, scenarios }: PublishedPlan,
  accounts: readonly NamedAccount[],
): Promise<{ readonly planner: Planner; readonly problem: string | null }> {
  const open = (draft: Draft) => openPlanner({ ...base, accounts }, scenarios, draft);
  try {
    return { planner: open((await draftInAddress(base.label)) ?? nothingYet), problem: null };
  } catch (error) {
    return { planner: open(nothingYet), problem: problemOf(error) };
  }
}
