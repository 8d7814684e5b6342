import type { PlanBase } from "../src/scenario/base.ts";
import type { PayBase } from "../src/scenario/pay/base.ts";
import { readPayInputs } from "./compensation/inputs.ts";
import { peopleUnder } from "./compensation/people.ts";
import { readPlans } from "./compensation/plans.ts";
import type { CreditRow } from "./costs/credited.ts";
import { payBaseOf } from "./costs/pay-base.ts";
import { pricedPlans } from "./costs/scenarios.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { readScenarios } from "./scenario/files.ts";

const inputs = ["pay_credited", "pay_booked"] as const;
const written = ["pay_base", "scenario_pay"] as const;

/**
 * The stage: what pay will cost in the planned year, in the plan and in each scenario that can be met.
 * Without compensation plans, or a planned year, nothing is written.
 */
export async function costs(run: Run): Promise<void> {
  const { warehouse, workspace, asOf } = run;
  await runMarts(run, inputs);
  for (const table of written) await warehouse.run(sql(`tables/${table}`));
  const [row] = await warehouse.table<{ readonly body: string }>("plan_base", ["label"]);
  const base = row && (JSON.parse(row.body) as PlanBase);
  const pay = base && (await readPayBase(run, base));
  if (base && pay) {
    await warehouse.append("pay_base", [{ body: JSON.stringify(pay) }]);
    const { rows, issues } = pricedPlans({ base, pay }, readScenarios(workspace, asOf));
    await warehouse.append("scenario_pay", rows);
    await warehouse.append("scenario_issue", issues);
    run.progress.step("scenario_pay", rows.length);
  }
  for (const table of written) await noteLineage(run, table, "pipelines/costs.ts", reads);
}

const reads = [...inputs, "plan_base", "commission_deal", "rep_pay", "rep_assignment", "quota"];

async function readPayBase(
  { warehouse, workspace, asOf }: Run,
  base: PlanBase,
): Promise<PayBase | null> {
  const files = readPlans(workspace, asOf);
  if (files.length === 0) return null;
  const inputs = await readPayInputs(warehouse);
  const booked = await warehouse.table<BookedRow>("pay_booked", ["rep_id"]);
  const { currency, calendar } = workspace.company;
  return payBaseOf({
    base,
    defaults: { currency, fiscalYearStarts: calendar.startMonth },
    plans: files.map((plan) => ({ ...plan, people: peopleUnder(plan.terms, inputs) })),
    inputs,
    credits: await warehouse.table<CreditRow>("pay_credited", ["rep_id", "credit_id"]),
    booked: new Map(booked.map(({ rep_id, bookings_cents }) => [rep_id, bookings_cents])),
    asOf,
  });
}

interface BookedRow {
  readonly rep_id: string;
  readonly bookings_cents: number;
}
