import { periodOf } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { ProductionModel } from "../src/quota/production-model.ts";
import type { SalesYear } from "../src/quota/sales-year.ts";
import type { Records } from "../src/quota/seller.ts";
import type { Scenario } from "../src/scenario/parse.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { planBaseOf } from "./quota/base.ts";
import { splitEvenly } from "./quota/even.ts";
import { writeHires } from "./quota/hires.ts";
import { learn } from "./quota/learn.ts";
import { writeRamps } from "./quota/learned.ts";
import { writeRecommendation } from "./quota/recommendation.ts";
import type { AccountRow, SellerRow, TargetRow } from "./quota/rows.ts";
import { valueAccounts } from "./quota/worth.ts";
import { type Run, sql } from "./run.ts";
import { readScenarios } from "./scenario/files.ts";
import { baseName, plansOf, writePlan } from "./scenario/write.ts";

/** The tables that the recommendation is made from. */
const inputs = [
  "quota_pipeline",
  "quota_territory",
  "quota_set",
  "quota_input_season",
  "quota_input_target",
  "quota_input_seller",
  "quota_input_outlook",
  "quota_input_range",
  "quota_trait",
  "quota_input_movable",
];

const written = [
  "quota_recommendation",
  "quota_level",
  "quota_frontier",
  "quota_backtest",
  "quota_backtest_score",
  "quota_reliability",
  "quota_fairness",
  "quota_ramp_curve",
  "plan_base",
  "scenario",
  "scenario_quota",
  "scenario_group",
  "scenario_capacity",
  "scenario_issue",
  "capacity_hire",
];

/**
 * The stage: what accounts are worth, what reps are expected to book, how past quotas would have
 * fared, and next fiscal year's quotas of every active rep. The target is the plan's, or this year's
 * forecast with the company's growth; without either, or without reps, nothing is recommended.
 *
 * @throws InputError where the company's guardrails can't be met, InputErrors for scenarios that
 *   can't be read
 */
export async function plan(run: Run): Promise<void> {
  const scenarios = readScenarios(run.workspace, run.asOf);
  await valueAccounts(run);
  await runMarts(run, inputs);
  for (const table of written) await run.warehouse.run(sql(`tables/${table}`));
  const { model, records, year } = await learn(run);
  await writeRamps(run, model);
  const quarters = await run.warehouse.table<TargetRow>("quota_input_target", ["period_start"]);
  const [quarter] = quarters;
  const target = targetOf(quarter, run.workspace.company.quota.growth);
  if (quarter && target !== null) {
    if (year && model) await recommend(run, { model, records, year, quarter, scenarios });
    else await splitEvenly(run, { target, quarters });
  }
  await noteWritten(run);
}

/** The plan of the year, without a scenario and with each. */
async function recommend(
  run: Run,
  learned: {
    readonly model: ProductionModel;
    readonly records: Records;
    readonly year: SalesYear;
    readonly quarter: TargetRow;
    readonly scenarios: readonly Scenario[];
  },
): Promise<void> {
  const { warehouse, workspace, progress } = run;
  const sellers = await warehouse.table<SellerRow>("quota_input_seller", ["rep_id"]);
  const accounts = await warehouse.table<AccountRow>("quota_input_movable", [
    "rep_id",
    "account_id",
  ]);
  const { label } = periodOf(learned.quarter.year_start, "year", workspace.company.calendar);
  const base = planBaseOf(run, { ...learned, sellers, accounts, label });
  await warehouse.append("plan_base", [{ label, body: JSON.stringify(base) }]);
  const { plans, issues } = placed(() => plansOf(base, learned.scenarios));
  await warehouse.append("scenario_issue", issues);
  for (const named of plans.values()) await writePlan(warehouse, named, base);
  progress.step("scenario_quota", plans.size);
  const plan = plans.get(baseName)?.plan;
  await writeHires(run, base, plan);
  if (plan) await writeRecommendation(run, { ...learned, base, plan });
}

/** Scenarios that can't be met are left out: what is thrown is the company's own policy. */
function placed<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message, { file: "company.yaml", remedy: error.remedy });
  }
}

function targetOf(row: TargetRow | undefined, growth: number): number | null {
  if (!row) return null;
  if (row.planned_cents !== null) return row.planned_cents;
  return row.forecast_cents === null ? null : Math.round(row.forecast_cents * (1 + growth));
}

async function noteWritten(run: Run): Promise<void> {
  const reads = [...inputs, "quota_input_rep"];
  for (const table of written) await noteLineage(run, table, "pipelines/plan.ts", reads);
}
