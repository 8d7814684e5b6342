import type { PlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { PlanBase } from "../src/scenario/base.ts";
import { diffPlans, type PlanDiff } from "../src/scenario/diff.ts";
import { type EarningsFile, earningsOf } from "../src/scenario/earnings.ts";
import type { PayBase } from "../src/scenario/pay/base.ts";
import type { PayOf } from "../src/scenario/pay/cost.ts";
import { unpaidReps } from "../src/scenario/pay/unpaid.ts";
import { planOf } from "../src/scenario/plan.ts";
import { parted } from "../src/scenario/private-part.ts";
import { resolveScenario } from "../src/scenario/resolve.ts";
import { yearOf } from "../src/scenario/year.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { commandLine } from "./command-line.ts";
import { payOfPlan, payRows } from "./costs/scenarios.ts";
import { takeLock } from "./lock.ts";
import { placesOf, warehouseOf } from "./places.ts";
import { asking } from "./query.ts";
import { readScenarios } from "./scenario/files.ts";
import { baseName, forgetPlan, type NamedPlan, planNamed, writePlan } from "./scenario/write.ts";

/** A scenario worked out over the base of the last rebuild. */
export interface PlannedScenario extends NamedPlan {
  readonly base: PlanBase;
  /** What its year costs in pay; null without compensation plans. */
  readonly pay: readonly PayOf[] | null;
  /** Reps under no compensation plan, where there are plans. */
  readonly unpaid: readonly string[];
  /** Of the last rebuild. */
  readonly asOf: PlainDate;
}

/**
 * Works out a scenario over the last rebuild's plan; `base` is the plan without one.
 *
 * @throws InputError where nothing was built yet, or the scenario can't be met or read
 */
export async function planScenario(workspace: Workspace, name: string): Promise<PlannedScenario> {
  const { base, pay, asOf } = await asking(workspace, (warehouse) =>
    readBase(warehouse, workspace),
  );
  const scenarios = readScenarios(workspace, asOf);
  const isPlain = name === baseName && !scenarios.some((one) => one.name === name);
  const named = isPlain
    ? { name, entry: {}, plan: planOf(base, {}) }
    : planNamed(base, name, scenarios);
  const { sellers } = yearOf(base, named.entry);
  return {
    ...named,
    base,
    pay: pay && payOfPlan({ base, pay }, named, scenarios),
    unpaid: pay ? unpaidReps(pay, named.plan.reps, sellers) : [],
    asOf,
  };
}

/** The same, its rows written to the tables of the built warehouse in place of earlier ones. */
export async function runScenario(workspace: Workspace, name: string): Promise<PlannedScenario> {
  const planned = await planScenario(workspace, name);
  const release = takeLock(placesOf(workspace.folder).lock);
  const warehouse = await openWarehouse(warehouseOf(workspace.folder));
  try {
    await forgetPlan(warehouse, name);
    await writePlan(warehouse, planned, planned.base);
    await warehouse.append("scenario_pay", payRows(name, planned.pay ?? []));
  } finally {
    warehouse.close();
    release();
  }
  return planned;
}

/** What a scenario changes against another, or the base. */
export async function diffScenario(
  workspace: Workspace,
  name: string,
  against = baseName,
): Promise<{ readonly diff: PlanDiff; readonly base: PlanBase }> {
  const to = await planScenario(workspace, name);
  const from = await planScenario(workspace, against);
  const pay = from.pay && to.pay && { from: from.pay, to: to.pay };
  return { diff: diffPlans(from.plan, to.plan, pay), base: to.base };
}

/**
 * On-target earnings by person as the last rebuild's plan counts with them, minor units, the
 * guardrails that are counted from them, what the cost of pay is worked out from, and what scenarios say
 * of pay.
 *
 * @throws InputError where nothing was built yet
 */
export async function plannedEarnings(workspace: Workspace): Promise<EarningsFile> {
  const { base, pay, asOf } = await asking(workspace, (warehouse) =>
    readBase(warehouse, workspace),
  );
  const { leastToEarnings, mostToEarnings } = base.guardrails;
  const scenarios = readScenarios(workspace, asOf);
  const kept = scenarios.map(
    ({ name }) => [name, parted(resolveScenario(name, scenarios)).kept] as const,
  );
  return {
    guardrails: { leastToEarnings, mostToEarnings },
    earnings: earningsOf(base),
    pay,
    scenarios: Object.fromEntries(kept),
  };
}

async function readBase(warehouse: Warehouse, { folder }: Workspace) {
  const [row] = await warehouse.table<{ body: string }>("plan_base", ["label"]);
  const [pay] = await warehouse.table<{ body: string }>("pay_base", ["body"]);
  const [run] = await warehouse.table<{ as_of: PlainDate }>("run", ["as_of"]);
  if (!row || !run) {
    throw new InputError("missing plan: the last rebuild had too little history, or no target", {
      remedy: `Give the company a target in plans/quotas.csv, then: ${commandLine("rebuild", folder)}`,
    });
  }
  return {
    base: JSON.parse(row.body) as PlanBase,
    pay: pay ? (JSON.parse(pay.body) as PayBase) : null,
    asOf: run.as_of,
  };
}
