import { payMarts, payReads, readPayInputs } from "./compensation/inputs.ts";
import type { PayRows } from "./compensation/pay-tables.ts";
import { settlePlans } from "./compensation/settle-plans.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

const tables = {
  commission_credit: "credits",
  commission_line: "lines",
  commission_statement: "statements",
  commission_balance: "balances",
} as const satisfies Record<string, keyof PayRows>;
const attainment = "commission_attainment";

/**
 * The stage: settles every compensation plan of `plans/compensation/` over the deals that were won by
 * the as-of, each person under one plan at a time; closed pay periods stay as they were sealed.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice, InputError for what a plan
 *   needs and nothing gives
 */
export async function compensate(run: Run): Promise<void> {
  await runMarts(run, payMarts);
  await settle(run);
  for (const table of [...Object.keys(tables), attainment]) {
    await noteLineage(run, table, "pipelines/compensate.ts", payReads);
  }
}

/** Settles anew over what the last rebuild made, and writes the tables of pay. */
export async function settle({ workspace, asOf, warehouse, progress }: Run): Promise<void> {
  const inputs = await readPayInputs(warehouse);
  const settled = settlePlans(workspace, asOf, inputs);
  for (const [table, rows] of Object.entries(tables)) {
    await warehouse.run(sql(`tables/${table}`));
    for (const plan of settled) await warehouse.append(table, plan.rows[rows]);
  }
  await warehouse.run(sql(`tables/${attainment}`));
  for (const { attainments } of settled) await warehouse.append(attainment, attainments);
  for (const { plan, rows } of settled) progress.step(plan.terms.name, rows.lines.length);
}
