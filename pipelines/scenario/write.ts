import { formatPlace, InputError, InputErrors } from "../../src/errors.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Scenario } from "../../src/scenario/parse.ts";
import { type Plan, planOf } from "../../src/scenario/plan.ts";
import { chainOf, resolveScenario } from "../../src/scenario/resolve.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { sql } from "../run.ts";
import { capacityRows, groupRows, quotaRows } from "./rows.ts";

/** The name of the plan without a scenario. */
export const baseName = "base";

const tables = [
  "scenario",
  "scenario_quota",
  "scenario_group",
  "scenario_capacity",
  "scenario_pay",
];

/** Takes out a plan's rows; those of another plan stay. */
export async function forgetPlan(warehouse: Warehouse, name: string): Promise<void> {
  for (const table of tables) {
    await warehouse.run(sql("scenario/forget", { table }), { scenario: name });
  }
}

/** A scenario with all that it extends, and the plan that it makes. */
export interface NamedPlan {
  readonly name: string;
  readonly entry: ScenarioEntry;
  readonly plan: Plan;
}

/** Writes a plan's rows. */
export async function writePlan(
  warehouse: Warehouse,
  { name, entry, plan }: NamedPlan,
  { yearStart }: PlanBase,
): Promise<void> {
  const { note = null, ...changes } = entry;
  await warehouse.append("scenario", [{ scenario: name, note, entry: JSON.stringify(changes) }]);
  await warehouse.append("scenario_quota", quotaRows(name, plan, yearStart));
  await warehouse.append("scenario_group", groupRows(name, plan));
  await warehouse.append("scenario_capacity", capacityRows(name, plan, yearStart));
}

/**
 * The plan of a scenario with all that it extends.
 *
 * @throws InputErrors naming file and line of what the plan can't place; InputError naming the file
 * where it can't be met
 */
export function planNamed(base: PlanBase, name: string, scenarios: readonly Scenario[]): NamedPlan {
  const entry = resolveScenario(name, scenarios);
  try {
    return { name, entry, plan: planOf(base, entry, chainOf(name, scenarios)) };
  } catch (error) {
    if (!(error instanceof InputError) || error.place.file !== undefined) throw error;
    const file = scenarios.find((one) => one.name === name)?.file;
    throw new InputError(error.message, { remedy: error.remedy, ...(file ? { file } : {}) });
  }
}

/** The plans of all scenarios, and of none, by name, and why others have none. */
export interface Planned {
  readonly plans: ReadonlyMap<string, NamedPlan>;
  readonly issues: readonly { readonly scenario: string; readonly message: string }[];
}

/**
 * Works out every scenario. One that can't be met, or is of another year, is told and left out:
 * what is only weighed shouldn't stop what is published.
 */
export function plansOf(base: PlanBase, scenarios: readonly Scenario[]): Planned {
  const plain = { name: baseName, entry: {}, plan: planOf(base, {}) };
  const plans = new Map<string, NamedPlan>([[baseName, plain]]);
  const issues: { scenario: string; message: string }[] = [];
  for (const { name } of scenarios) {
    try {
      plans.set(name, planNamed(base, name, scenarios));
    } catch (error) {
      issues.push(...toldMistakes(name, error));
    }
  }
  return { plans, issues };
}

/** Rows of `scenario_issue`: what is wrong with a scenario. */
export const toldMistakes = (scenario: string, error: unknown) =>
  mistakesIn(error).map((mistake) => ({ scenario, message: told(mistake) }));

/** What is wrong with an input; anything else is a bug and goes on. */
function mistakesIn(error: unknown): readonly InputError[] {
  if (error instanceof InputErrors) return error.errors;
  if (error instanceof InputError) return [error];
  throw error;
}

const told = ({ message, place, remedy }: InputError) =>
  [formatPlace(place), `${message}. ${remedy}`].filter((part) => part !== "").join(": ");
