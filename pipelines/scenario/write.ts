import { InputError } from "../../src/errors.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Scenario } from "../../src/scenario/parse.ts";
import { type Plan, planOf } from "../../src/scenario/plan.ts";
import { resolveScenario } from "../../src/scenario/resolve.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { sql } from "../run.ts";
import { capacityRows, groupRows, quotaRows } from "./rows.ts";

/** The name of the plan without a scenario. */
export const baseName = "base";

const tables = ["scenario_quota", "scenario_group", "scenario_capacity"];

/** Takes out a plan's rows; those of another plan stay. */
export async function forgetPlan(warehouse: Warehouse, name: string): Promise<void> {
  for (const table of tables) {
    await warehouse.run(sql("scenario/forget", { table }), { scenario: name });
  }
}

/** Writes a plan's rows. */
export async function writePlan(
  warehouse: Warehouse,
  name: string,
  plan: Plan,
  { yearStart }: PlanBase,
): Promise<void> {
  await warehouse.append("scenario_quota", quotaRows(name, plan, yearStart));
  await warehouse.append("scenario_group", groupRows(name, plan));
  await warehouse.append("scenario_capacity", capacityRows(name, plan, yearStart));
}

/**
 * The plan of a scenario with all that it extends.
 *
 * @throws InputError naming its file where it can't be met
 */
export function planNamed(base: PlanBase, name: string, scenarios: readonly Scenario[]): Plan {
  try {
    return planOf(base, resolveScenario(name, scenarios));
  } catch (error) {
    if (!(error instanceof InputError) || error.place.file !== undefined) throw error;
    const file = scenarios.find((one) => one.name === name)?.file;
    throw new InputError(error.message, { remedy: error.remedy, ...(file ? { file } : {}) });
  }
}

/** The plans of all scenarios, and of none, by name, and why others have none. */
export interface Planned {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly issues: readonly { readonly scenario: string; readonly message: string }[];
}

/**
 * Works out every scenario. One that can't be met, or is of another year, is told and left out:
 * what is only weighed shouldn't stop what is published.
 */
export function plansOf(base: PlanBase, scenarios: readonly Scenario[]): Planned {
  const plans = new Map([[baseName, planOf(base, {})]]);
  const issues: { scenario: string; message: string }[] = [];
  for (const { name } of scenarios) {
    try {
      plans.set(name, planNamed(base, name, scenarios));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push({ scenario: name, message: `${error.message}. ${error.remedy}` });
    }
  }
  return { plans, issues };
}
