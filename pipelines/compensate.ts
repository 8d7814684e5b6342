import type { Statement } from "../src/warehouse/statement.ts";
import { readAccountingPolicy } from "./compensation/accounting/policy-file.ts";
import { bookReads, bookTables, keepBooks } from "./compensation/accounting/write.ts";
import { payMarts, payReads, readPayInputs } from "./compensation/inputs.ts";
import type { PayRows } from "./compensation/pay-tables.ts";
import type { PlanFile } from "./compensation/plans.ts";
import { settlePlans } from "./compensation/settle-plans.ts";
import { filesOfSettling } from "./compensation/settled-files.ts";
import { spifRows } from "./compensation/spifs.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

const tables = {
  commission_credit: "credits",
  commission_line: "lines",
  commission_statement: "statements",
  commission_balance: "balances",
} as const satisfies Record<string, keyof PayRows>;
const spifTables = ["commission_spif", "commission_spif_stretch"] as const;
const attainment = "commission_attainment";
const plans = "compensation_plan";
const contracts = "commission_contract";
const convertedMarts = ["pay_line", "pay_earning", "pay_earned", "pay_budget"] as const;
const ownInputs = "commission_input";

/**
 * The stage: settles every compensation plan of `plans/compensation/` over the deals that were won by
 * the as-of, each person under one plan at a time, and keeps the books of what they pay; closed pay
 * periods stay as they were sealed.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice, InputError for what a plan
 *   needs and nothing gives
 */
export async function compensate(run: Run): Promise<void> {
  await runMarts(run, payMarts);
  await runMarts(run, [contracts], {}, (_, statement) => writeContracts(run, statement));
  await settle(run);
  await runMarts(run, convertedMarts);
  for (const table of [...Object.keys(tables), attainment, plans, ownInputs, ...spifTables]) {
    await noteLineage(run, table, "pipelines/compensate.ts", payReads);
  }
  for (const table of bookTables) {
    await noteLineage(run, table, "pipelines/compensation/accounting/write.ts", bookReads);
  }
}

/** Settles anew over what the last rebuild made: all that the stage writes but what pay is settled from. */
export async function settleAnew(run: Run): Promise<void> {
  await writeContracts(run, sql(`marts/${contracts}`));
  await settle(run);
  for (const mart of convertedMarts) await run.warehouse.run(sql(`marts/${mart}`));
}

/** When contracts end is a matter of the accounting policy. */
function writeContracts(
  { workspace, asOf, warehouse }: Run,
  statement: Statement,
): Promise<number> {
  const { lostAfterDays } = readAccountingPolicy(workspace, asOf);
  return warehouse.run(statement, { lost_after_days: lostAfterDays });
}

/** Settles, and writes the tables of pay and of its books. */
export async function settle({ workspace, asOf, warehouse, progress }: Run): Promise<void> {
  const inputs = await readPayInputs(workspace, asOf, warehouse);
  const settled = settlePlans(workspace, asOf, inputs);
  const write = async (table: string, rows: readonly object[]) => {
    await warehouse.run(sql(`tables/${table}`));
    await warehouse.append(table, rows);
  };
  for (const [table, rows] of Object.entries(tables)) {
    await write(
      table,
      settled.flatMap((plan): readonly object[] => plan.rows[rows]),
    );
  }
  await write(
    attainment,
    settled.flatMap(({ attainments }) => attainments),
  );
  const spifs = spifRows(settled, inputs, asOf);
  for (const table of spifTables) await write(table, spifs[table]);
  await keepBooks({ workspace, asOf, warehouse }, settled, readAccountingPolicy(workspace, asOf));
  const files = settled.map(({ plan }) => plan);
  await write(plans, files.map(planRow));
  await write(ownInputs, filesOfSettling(workspace, asOf, files));
  for (const { plan, rows } of settled) progress.step(plan.terms.name, rows.lines.length);
}

const planRow = ({ file, text, terms }: PlanFile) => ({
  plan: terms.name,
  source_file: file,
  effective_from: terms.effectiveFrom,
  effective_until: terms.effectiveUntil,
  body: text,
});
