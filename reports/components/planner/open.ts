import type { PlanBase } from "../../src/scenario/base.js";
import type { NamedAccount } from "./accounts.js";
import { draftInAddress } from "./link.js";
import { type Draft, openPlanner, type Planner, problemOf } from "./store.js";

/** What `planner.json` holds. */
export interface PlannerData {
  /** Without accounts; null where no year is planned. */
  readonly base: PlanBase;
  readonly scenarios: readonly Draft[];
}

const nothingYet: Draft = { name: "scenario", entry: {} };

/** The planner at the scenario that the address holds, else at the plan; and what is wrong with the address. */
export async function plannerAt(
  { base, scenarios }: PlannerData,
  accounts: readonly NamedAccount[],
): Promise<{ readonly planner: Planner; readonly problem: string | null }> {
  const open = (draft: Draft) => openPlanner({ ...base, accounts }, scenarios, draft);
  try {
    return { planner: open((await draftInAddress()) ?? nothingYet), problem: null };
  } catch (error) {
    return { planner: open(nothingYet), problem: problemOf(error) };
  }
}
