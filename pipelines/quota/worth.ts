import { type AccountCell, accountWorths } from "../../src/quota/account-potential.ts";
import { noteLineage, runMarts } from "../lineage.ts";
import { type Run, sql } from "../run.ts";
import type { CellRow } from "./rows.ts";

/** The states of accounts in the past, from which their worth is learned. */
const states = [
  "quota_origin",
  "quota_input_rep",
  "quota_account_holder",
  "quota_account_month",
  "quota_account_state",
  "quota_account_cell",
  "quota_cell",
];

/** Writes what every account was worth at each origin, and is worth today: `account_potential`. */
export async function valueAccounts(run: Run): Promise<void> {
  const { warehouse, progress } = run;
  await runMarts(run, states);
  const cells = (await warehouse.table<CellRow>("quota_cell", ["cell_id"])).map(cellOf);
  const complete = cells.reduce((latest, { month }) => Math.max(latest, month), 0);
  const worths = accountWorths(cells, complete);
  await warehouse.run(sql("tables/quota_cell_worth"));
  await warehouse.append(
    "quota_cell_worth",
    worths.map(({ cellId, potential, error, expected }) => ({
      cell_id: cellId,
      potential_cents: Math.round(potential),
      potential_error_rate: error,
      expected_cents: Math.round(expected),
    })),
  );
  await noteLineage(run, "quota_cell_worth", "pipelines/quota/worth.ts", ["quota_cell"]);
  progress.step("quota_cell_worth", worths.length);
  await runMarts(run, ["quota_account_worth", "account_potential"]);
}

function cellOf(row: CellRow): AccountCell {
  return {
    cellId: row.cell_id,
    month: row.month_number,
    role: row.role,
    segment: row.segment,
    industry: row.industry,
    sizeBand: row.size_band,
    historyBand: row.history_band,
    isLapsed: row.is_lapsed,
    accounts: row.count_accounts,
    booked: row.after_cents,
    squares: row.after_squares * 100 ** 2,
  };
}
