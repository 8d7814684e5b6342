import type { PlainDate } from "../src/calendar.ts";
import type { ComponentTerms } from "../src/compensation/plan/terms.ts";
import { InputError } from "../src/errors.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { commandLine } from "./command-line.ts";
import { booksOf, creditedPlan, staffedPlans } from "./compensation/credited-plans.ts";
import { type Due, dueOf, isOfTiming, notOfTiming } from "./compensation/held-words.ts";
import { readDealInputs } from "./compensation/inputs.ts";
import type { LineRow } from "./compensation/pay-tables.ts";
import { type PlanFile, readPlans } from "./compensation/plans.ts";
import { asking } from "./query.ts";
import { sql } from "./run.ts";

/** A line of pay with what it rests on; money in whole minor units. */
export interface ExplainedLine extends LineRow {
  readonly name: string;
  /** Null, as what follows, where the line isn't of one credit. */
  readonly role: string | null;
  readonly credited_on: PlainDate | null;
  readonly credited_cents: number | null;
  readonly deal_cents: number | null;
  readonly deal_type: string | null;
  readonly product: string | null;
  readonly reverses: string | null;
  /** Of what is taken back: the amount of the credit that is, and what its lines had paid by then. */
  readonly original_cents: number | null;
  readonly original_paid_cents: number | null;
  /** The credit note that takes it back, and where it is written. */
  readonly refund_id: string | null;
  readonly refund_file: string | null;
  readonly refund_line: number | null;
  readonly opportunity: string | null;
  /** won, lost, open or deleted; null, as what follows, where no export has the deal. */
  readonly deal_status: string | null;
  readonly close_date: PlainDate | null;
  readonly known_on: PlainDate | null;
  /** Of all lines of the plan's pay period; null where it has no statement. */
  readonly period_earned_cents: number | null;
  readonly topped_up_cents: number | null;
  readonly owed_before_cents: number;
  readonly taken_over_cents: number;
  readonly handed_over_cents: number;
  readonly owed_after_cents: number;
}

/** A line, and the plan that it was paid by, where it is still there. */
export interface Explanation {
  readonly line: ExplainedLine;
  readonly plan: Pick<PlanFile, "file" | "sha256"> | null;
  readonly component: ComponentTerms | null;
  /** Of held pay: when it falls due, what fell due in the month, and why it is there if nothing did. */
  readonly due: Due;
}

/**
 * Traces a line of pay to its rule, credit, deal and export row.
 *
 * @throws InputError for a line that the last rebuild hasn't
 */
export async function explainLine(workspace: Workspace, lineId: string): Promise<Explanation> {
  return await asking(workspace, async (warehouse) => {
    const line = await lineIn(warehouse, lineId);
    if (!line) throw unknownLine(lineId, workspace.folder);
    const [run] = await warehouse.table<{ readonly as_of: PlainDate }>("run", ["as_of"]);
    const asOf = run?.as_of ?? "9999-12-31";
    const plan = readPlans(workspace, asOf).find(({ terms }) => terms.name === line.plan) ?? null;
    const component = plan?.terms.components.find(({ name }) => name === line.component) ?? null;
    const due = isOfTiming(line) ? await dueIn(workspace, warehouse, asOf, line) : notOfTiming;
    return { line, plan, component, due };
  });
}

const unknownLine = (lineId: string, folder: string): InputError =>
  new InputError(`unknown line: ${lineId}`, {
    remedy: `Name a line_id of the last rebuild: ${commandLine("query", folder)} "from commission_line"`,
  });

/** What fell due of held pay, as statements tell it; nothing where the plan is gone. */
async function dueIn(
  workspace: Workspace,
  warehouse: Warehouse,
  asOf: PlainDate,
  line: ExplainedLine,
): Promise<Due> {
  // levels are no pay that is held
  const inputs = { ...(await readDealInputs(warehouse)), levels: [] };
  const books = booksOf(workspace, asOf, inputs);
  const plan = staffedPlans(workspace, books).find(({ terms }) => terms.name === line.plan);
  if (plan === undefined) return notOfTiming;
  const { component, currency, rep_id } = line;
  const due = dueOf({
    component,
    terms: plan.terms.components.find(({ name }) => name === component) ?? null,
    plan: line.plan,
    currency,
    through: asOf,
    lines: await linesOf(warehouse, rep_id),
    credits: creditedPlan(plan, books).credits.filter(({ repId }) => repId === rep_id),
  });
  return due(line);
}

/** A line of pay with what it rests on, where there is one. */
export async function lineIn(
  warehouse: Warehouse,
  lineId: string,
): Promise<ExplainedLine | undefined> {
  const [line] = await warehouse.all<ExplainedLine>(sql("compensation/line"), {
    line_id: lineId,
    rep_id: null,
  });
  return line;
}

/** All lines of a person's pay in order of time, with what each rests on. */
export const linesOf = (warehouse: Warehouse, repId: string): Promise<ExplainedLine[]> =>
  warehouse.all<ExplainedLine>(sql("compensation/line"), { line_id: null, rep_id: repId });
