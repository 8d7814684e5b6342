import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Period } from "../src/calendar.ts";
import { formatCsv } from "../src/csv.ts";
import { InputError } from "../src/errors.ts";
import { currencyDigits } from "../src/money.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { changingBuilt } from "./built.ts";
import { commandLine } from "./command-line.ts";
import { settle } from "./compensate.ts";
import { openPeriod } from "./compensation/period.ts";
import { silentProgress } from "./progress.ts";
import { sql } from "./run.ts";
import { refreshStatements } from "./statements.ts";

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

interface PayrollRow {
  readonly rep_id: string;
  readonly plan: string;
  readonly component: string;
  readonly amount_cents: number;
  readonly currency: string;
}

/** A pay period as it stands settled. */
export interface SettledPeriod {
  readonly period: Period;
  readonly statements: readonly StatementTotal[];
  /** The file for payroll, from the workspace's folder. */
  readonly payroll: string;
}

/**
 * Settles an open pay period over the last rebuild's deals with the plans as they are now, writes the
 * tables `commission_*` and the file for payroll, whose lines sum to what statements pay.
 *
 * @param plan only this one is told and written for payroll; all of them unless given
 * @throws InputError for a closed period, an unknown plan, or where nothing was built yet
 */
export async function settlePeriod(
  workspace: Workspace,
  label: string,
  plan: string | null = null,
): Promise<SettledPeriod> {
  const period = openPeriod(workspace, label);
  return await changingBuilt(workspace, async (warehouse, run) => {
    await settle({ workspace, asOf: run.as_of, warehouse, progress: silentProgress });
    const { statements, rows } = await settledIn(warehouse, period, plan);
    if (statements.length === 0) throw nothingSettled(period, plan, workspace.folder);
    checkTotals(statements, rows);
    const payroll = writePayroll(workspace.folder, period, rows);
    await refreshStatements(workspace, warehouse, run);
    return { period, statements, payroll };
  });
}

/** What a pay period comes to, by person and by component. */
export async function settledIn(
  warehouse: Warehouse,
  { period, periodStart }: Period,
  plan: string | null,
) {
  const of = { period, period_start: periodStart, plan };
  return {
    statements: await warehouse.all<StatementTotal>(sql("compensation/statement"), of),
    rows: await warehouse.all<PayrollRow>(sql("compensation/payroll"), of),
  };
}

function nothingSettled({ label }: Period, plan: string | null, folder: string): InputError {
  const whose = plan === null ? "" : ` on plan "${plan}"`;
  return new InputError(`nothing to settle: ${label}${whose}`, {
    remedy: `Name a pay period with won deals, and a plan of plans/compensation; what there is: ${commandLine("query", folder)} "from commission_statement"`,
  });
}

/** Payroll pays what statements say, currency by currency. */
function checkTotals(statements: readonly StatementTotal[], rows: readonly PayrollRow[]): void {
  const paid = statements.reduce((sum, { paid_cents }) => sum + paid_cents, 0);
  const told = rows.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  if (paid !== told) throw new Error(`payroll of ${told} beside statements of ${paid}`);
}

const payrollFolder = "statements/payroll";

function writePayroll(folder: string, { label }: Period, rows: readonly PayrollRow[]): string {
  const path = `${payrollFolder}/${label}.csv`;
  const major = ({ amount_cents, currency }: PayrollRow) => {
    const digits = currencyDigits(currency);
    return (amount_cents / 10 ** digits).toFixed(digits);
  };
  const text = formatCsv(
    [
      { heading: "rep_id", value: (row: PayrollRow) => row.rep_id },
      { heading: "plan", value: (row) => row.plan },
      { heading: "component", value: (row) => row.component },
      { heading: "amount", value: major },
      { heading: "currency", value: (row) => row.currency },
      { heading: "period", value: () => label },
    ],
    rows,
  );
  mkdirSync(join(folder, payrollFolder), { recursive: true });
  writeFileSync(join(folder, path), text);
  return path;
}
