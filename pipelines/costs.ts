import { periodOf } from "../src/calendar.ts";
import type { PlanBase } from "../src/scenario/base.ts";
import type { PayBase } from "../src/scenario/pay/base.ts";
import {
  type Books,
  booksOf,
  type CreditedPlan,
  creditedPlans,
} from "./compensation/credited-plans.ts";
import { readPayInputs } from "./compensation/inputs.ts";
import type { CreditRow } from "./costs/credited.ts";
import { type EarnedRow, payOutlook } from "./costs/outlook.ts";
import { payBaseOf } from "./costs/pay-base.ts";
import { pricedPlans } from "./costs/scenarios.ts";
import { type AheadRow, spansAhead } from "./costs/spans.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { readScenarios } from "./scenario/files.ts";

const inputs = ["pay_credited", "pay_booked", "pay_ahead"] as const;
const written = ["pay_base", "scenario_pay", "pay_outlook", "pay_unquoted"] as const;

/**
 * The stage: what pay will cost, in the rest of the running year by the bookings forecast, and in the
 * planned year in the plan and in each scenario that can be met. Without compensation plans, or a
 * planned year, nothing is written.
 */
export async function costs(run: Run): Promise<void> {
  const { warehouse, workspace, asOf } = run;
  await runMarts(run, inputs);
  for (const table of written) await warehouse.run(sql(`tables/${table}`));
  const [row] = await warehouse.table<{ readonly body: string }>("plan_base", ["label"]);
  const books = booksOf(workspace, asOf, await readPayInputs(workspace, asOf, warehouse));
  const plans = creditedPlans(workspace, books);
  if (row && plans.length > 0) {
    await price(run, { base: JSON.parse(row.body) as PlanBase, plans, books });
  }
  for (const table of written) await noteLineage(run, table, "pipelines/costs.ts", reads);
}

const reads = [
  ...inputs,
  "pay_earned",
  "plan_base",
  "commission_deal",
  "commission_share",
  "rep_pay",
  "rep_assignment",
  "quota",
];

interface Paid {
  readonly base: PlanBase;
  readonly plans: readonly CreditedPlan[];
  readonly books: Books;
}

async function price(run: Run, paid: Paid): Promise<void> {
  const { warehouse, workspace, asOf, progress } = run;
  const pay = await readPayBase(run, paid);
  await warehouse.append("pay_base", [{ body: JSON.stringify(pay) }]);
  const { rows, issues } = pricedPlans({ base: paid.base, pay }, readScenarios(workspace, asOf));
  await warehouse.append("scenario_pay", rows);
  await warehouse.append("scenario_issue", issues);
  progress.step("scenario_pay", rows.length);
  const { periodStart: yearStart } = periodOf(asOf, "year", workspace.company.calendar);
  const ahead = await warehouse.table<AheadRow>("pay_ahead", aheadKeys);
  const { rows: outlook, unquoted } = payOutlook({
    ...paid,
    pay,
    spans: spansAhead(ahead, yearStart),
    earned: await warehouse.table<EarnedRow>("pay_earned", ["period", "period_start"]),
    yearStart,
    asOf,
  });
  await warehouse.append("pay_outlook", outlook);
  await warehouse.append("pay_unquoted", unquoted);
  progress.step("pay_outlook", outlook.length);
}

const aheadKeys = ["entity_type", "entity_id", "period", "period_start"];

async function readPayBase({ warehouse, workspace }: Run, paid: Paid): Promise<PayBase> {
  const rows = await warehouse.table<BookedRow>("pay_booked", ["level", "id"]);
  const booked = new Map(
    rows.map(({ level, id, bookings_cents }) => [`${level} ${id}`, bookings_cents]),
  );
  const { currency, calendar } = workspace.company;
  return payBaseOf({
    ...paid,
    defaults: { currency, fiscalYearStarts: calendar.startMonth },
    credits: await warehouse.table<CreditRow>("pay_credited", ["rep_id", "credit_id"]),
    booked: ({ level, id }) => booked.get(`${level} ${id}`) ?? 0,
  });
}

interface BookedRow {
  readonly level: string;
  readonly id: string;
  readonly bookings_cents: number;
}
