import { join } from "node:path";
import type { Period, PlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { changingBuilt } from "./built.ts";
import { commandLine } from "./command-line.ts";
import { settleAnew } from "./compensate.ts";
import { type PaidLine, payrollFiles } from "./compensation/payroll.ts";
import { openPeriod } from "./compensation/period.ts";
import { unusedPlans } from "./compensation/plans.ts";
import { payrollPath, writePayroll } from "./payroll.ts";
import { silentProgress } from "./progress.ts";
import { sql } from "./run.ts";
import { statementMoves, writeStatements } from "./statements.ts";

/** A person's pay of a period on a plan; whole minor units. */
export interface StatementTotal {
  readonly plan: string;
  readonly rep_id: string;
  readonly name: string;
  readonly earned_cents: number;
  /** Draws, and pay under zero that is carried forward. */
  readonly drawn_cents: number;
  readonly recovered_cents: number;
  readonly paid_cents: number;
  readonly currency: string;
}

/** Files for payroll, from the workspace's folder. */
interface WrittenPayroll {
  readonly payroll: string;
  /** Its control totals beside it. */
  readonly totals: string;
}

/** A pay period as it stands settled. */
export interface SettledPeriod {
  readonly period: Period;
  readonly statements: readonly StatementTotal[];
  /** The day of the last rebuild. */
  readonly asOf: PlainDate;
  /** Whether it was over by then, such that payroll can pay it. */
  readonly isOver: boolean;
  /** What was written for payroll; null of one plan, which is no pay run. */
  readonly written: WrittenPayroll | null;
}

/**
 * Settles an open pay period over the last rebuild's deals with the plans as they are now, writes the
 * tables `commission_*` and the file for payroll, whose rows sum to what statements pay; a preview of
 * it where the period still runs. Where it fails all stays as it was.
 *
 * @param plan only this one is told, and nothing written for payroll; all of them unless given
 * @throws InputError for a closed period, an unknown plan, or where nothing was built yet
 */
export async function settlePeriod(
  workspace: Workspace,
  label: string,
  plan: string | null = null,
): Promise<SettledPeriod> {
  const period = openPeriod(workspace, label);
  return await changingBuilt(workspace, async ({ warehouse, run, next }) => {
    const asOf = run.as_of;
    await settleAnew({ workspace, asOf, warehouse, progress: silentProgress });
    const settled = await settledIn(warehouse, period, plan);
    const { statements } = settled;
    if (statements.length === 0) throw nothingSettled(workspace, asOf, period, plan);
    const isOver = period.periodEnd <= asOf;
    const out = join(next, "statements");
    await writeStatements({ workspace, asOf, warehouse }, out, run.build_id);
    // a file of one plan in the place of all would leave everybody else unpaid
    const written = plan === null ? writtenFor(period, settled, isOver, out) : null;
    const moves = statementMoves(workspace.folder, out);
    return { result: { period, statements, asOf, isOver, written }, moves };
  });
}

function writtenFor(
  { label }: Period,
  settled: Parameters<typeof payrollFiles>[1],
  isOver: boolean,
  out: string,
): WrittenPayroll {
  const files = payrollFiles(label, settled, isOver);
  writePayroll(out, files);
  return { payroll: payrollPath(files[0][0]), totals: payrollPath(files[1][0]) };
}

/** What a pay period comes to, by person, and its lines. */
export async function settledIn(
  warehouse: Warehouse,
  { period, periodStart }: Period,
  plan: string | null,
) {
  const of = { period, period_start: periodStart, plan };
  return {
    statements: await warehouse.all<StatementTotal>(sql("compensation/statement"), of),
    lines: await warehouse.all<PaidLine>(sql("compensation/paid_line"), of),
  };
}

function nothingSettled(
  workspace: Workspace,
  asOf: PlainDate,
  { label }: Period,
  plan: string | null,
): InputError {
  const whose = plan === null ? "" : ` on plan "${plan}"`;
  const unused = unusedPlans(workspace, asOf).map(({ file, detail }) => ` ${file} ${detail}.`);
  const query = commandLine("query", workspace.folder);
  return new InputError(`nothing to settle: ${label}${whose}`, {
    remedy: `Name a pay period with won deals, and a plan of plans/compensation; what there is: ${query} "from commission_statement".${unused.join("")}`,
  });
}
