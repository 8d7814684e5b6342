import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Period, type PlainDate, periodsBetween } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { type BuiltRun, changingBuilt } from "./built.ts";
import { commandLine } from "./command-line.ts";
import { openPeriod } from "./compensation/period.ts";
import { readPlans } from "./compensation/plans.ts";
import { type PayTables, sealsOf } from "./compensation/sealing.ts";
import { readSeals, type Seal, sealFolder, sealText } from "./compensation/seals.ts";
import { refuseChangedFiles, settledFiles } from "./compensation/settled-files.ts";
import { payrollPath } from "./payroll.ts";
import type { Move } from "./publish/swap.ts";
import { statementMoves, writeStatements } from "./statements.ts";

/** A pay period that a close sealed; files from the workspace's folder. */
export interface ClosedPeriod {
  readonly label: string;
  readonly seal: string;
  /** What it pays, for payroll; its control totals lie beside it. */
  readonly payroll: string;
}

/** What a close sealed. */
export interface Closed {
  /** In order. */
  readonly periods: readonly ClosedPeriod[];
  /** Whole minor units that they pay in all, by currency. */
  readonly paid: ReadonlyMap<string, number>;
}

/**
 * Closes a pay period and every open one before it: what they pay, by which plans and from which
 * credits is kept in `state/pay/` and doesn't change any more, and is written for payroll.
 *
 * @throws InputError for a period that is closed, isn't over as of the last rebuild, or pays nothing,
 *   InputErrors where a file isn't what pay was settled from any more
 */
export async function closePeriod(workspace: Workspace, label: string): Promise<Closed> {
  const period = openPeriod(workspace, label);
  return await changingBuilt(workspace, async ({ warehouse, run, next }) => {
    const { seals, paid } = await sealsThrough(workspace, period, warehouse, run);
    const out = join(next, "statements");
    const made = { workspace, asOf: run.as_of, warehouse, closing: seals };
    await writeStatements(made, out, run.build_id);
    const moves = [...statementMoves(workspace.folder, out), ...sealMoves(workspace, seals, next)];
    return { result: { periods: seals.map(closedPeriod), paid }, moves };
  });
}

const sealPath = ({ label }: Seal) => `${sealFolder}/${label}.json`;

const closedPeriod = (seal: Seal): ClosedPeriod => ({
  label: seal.label,
  seal: sealPath(seal),
  payroll: payrollPath(`${seal.label}.csv`),
});

/** The moves that put seals where none is yet, once they are written. */
function sealMoves({ folder }: Workspace, seals: readonly Seal[], next: string): Move[] {
  const made = join(next, "seals");
  mkdirSync(made);
  return seals
    .map((seal) => ({
      seal,
      from: join(made, `${seal.label}.json`),
      to: join(folder, sealPath(seal)),
    }))
    .filter(({ to }) => !existsSync(to))
    .map(({ seal, from, to }) => {
      writeFileSync(from, sealText(seal));
      return { from, to };
    });
}

async function sealsThrough(
  workspace: Workspace,
  period: Period,
  warehouse: Warehouse,
  run: BuiltRun,
) {
  if (run.as_of < period.periodEnd) throw notOver(workspace.folder, period, run.as_of);
  const inputs = await settledFiles(warehouse);
  await refuseChangedFiles(workspace, run.as_of, inputs, period.label);
  const tables = await readTables(warehouse);
  const before = readSeals(workspace, run.as_of);
  const closed = before.map((seal) => seal.label);
  const plans = readPlans(workspace, run.as_of).filter(({ terms }) => terms.pays === period.period);
  const open = periodsToClose(workspace, period, tables).filter(
    ({ label }) => !closed.includes(label),
  );
  const seals = sealsOf(open, { run, inputs, plans, tables, before });
  if (seals.length === 0) throw nothingToClose(workspace.folder, period);
  return { seals, paid: paidBy(seals) };
}

/** From the first pay period with a statement to the one that is asked for. */
function periodsToClose(
  { company }: Workspace,
  period: Period,
  { statements }: PayTables,
): Period[] {
  const starts = statements
    .filter((row) => row.period === period.period)
    .map(({ period_start }) => period_start)
    .filter((start) => start <= period.periodStart)
    .sort();
  const [first] = starts;
  if (first === undefined) return [];
  return periodsBetween(first, period.periodStart, period.period, company.calendar);
}

const readTables = async (warehouse: Warehouse): Promise<PayTables> => ({
  credits: await warehouse.table("commission_credit", ["plan", "credit_id"]),
  lines: await warehouse.table("commission_line", ["plan", "rep_id", "line_id"]),
  statements: await warehouse.table("commission_statement", ["plan", "rep_id", "period_start"]),
  balances: await warehouse.table("commission_balance", ["plan", "rep_id", "period_start"]),
  assetMonths: await warehouse.table("commission_asset_month", [
    "plan",
    "month",
    "component",
    "opportunity_id",
    "expensed_cents",
  ]),
});

function paidBy(seals: readonly Seal[]): Map<string, number> {
  const paid = new Map<string, number>();
  for (const { currency, paid_cents } of seals.flatMap(({ plans }) =>
    plans.flatMap(({ statements }) => statements),
  )) {
    paid.set(currency, (paid.get(currency) ?? 0) + paid_cents);
  }
  return paid;
}

const notOver = (folder: string, { label, periodEnd }: Period, asOf: PlainDate): InputError =>
  new InputError(`period not over: ${label} as of ${asOf}`, {
    remedy: `Rebuild as of ${periodEnd} or later, then close it: ${commandLine("rebuild", folder)}`,
  });

const nothingToClose = (folder: string, { label }: Period): InputError =>
  new InputError(`nothing to close: ${label}`, {
    remedy: `No plan of plans/compensation pays in it; what there is: ${commandLine("query", folder)} "from commission_statement"`,
  });
