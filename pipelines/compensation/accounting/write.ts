import type { Contract } from "../../../src/compensation/accounting/life.ts";
import type { AccountingPolicy } from "../../../src/compensation/accounting/policy.ts";
import { RefusedError } from "../../../src/errors.ts";
import { type Run, sql } from "../../run.ts";
import { readSeals } from "../seals.ts";
import type { SettledPlan } from "../settle-plans.ts";
import {
  accrualRows,
  amortisationRows,
  assetRows,
  policyRow,
  rollForwardRows,
} from "./book-rows.ts";
import { assetMonthRows, keptBooks } from "./plan-books.ts";
import type { ContractRow } from "./rows.ts";

/** The tables of accounting, one writer each. */
export const bookTables = [
  "commission_asset_month",
  "commission_asset",
  "commission_rollforward",
  "commission_accrual",
  "commission_amortisation",
  "commission_policy",
] as const;

/** What the books are kept from, for their lineage. */
export const bookReads = [
  "commission_contract",
  "commission_line",
  "commission_statement",
] as const;

/**
 * Keeps the books of what plans pay: what is earned and unpaid, and what contracts cost to obtain.
 *
 * @throws RefusedError where the books don't agree with themselves or with pay
 */
export async function keepBooks(
  { workspace, asOf, warehouse }: Omit<Run, "progress">,
  settled: readonly SettledPlan[],
  policy: AccountingPolicy,
): Promise<void> {
  const rows = await warehouse.table<ContractRow>("commission_contract", ["opportunity_id"]);
  const contracts = new Map(rows.map((row) => [row.opportunity_id, contractOf(row)]));
  const seals = readSeals(workspace, asOf);
  const books = settled.map((plan) => keptBooks(plan, { policy, contracts, seals, asOf }));
  const { calendar } = workspace.company;
  const written = {
    commission_asset_month: books.flatMap(assetMonthRows),
    commission_asset: assetRows(books),
    commission_rollforward: rollForwardRows(books, asOf, calendar),
    commission_accrual: accrualRows(books, asOf, calendar),
    commission_amortisation: amortisationRows(books, policy.by, asOf),
    commission_policy: [policyRow(policy)],
  } satisfies Record<(typeof bookTables)[number], readonly object[]>;
  for (const table of bookTables) {
    await warehouse.run(sql(`tables/${table}`));
    await warehouse.append(table, written[table]);
  }
  await checkBooks(warehouse);
}

/** @throws RefusedError naming every period, month or asset that doesn't agree */
export async function checkBooks(warehouse: Run["warehouse"]): Promise<void> {
  const problems = await warehouse.all<{ problem: string }>(sql("checks/commission_books"));
  if (problems.length > 0) {
    throw new RefusedError(problems.map(({ problem }) => `commission books: ${problem}`));
  }
}

const contractOf = (row: ContractRow): Contract => ({
  opportunityId: row.opportunity_id,
  kind: row.deal_type,
  bookedOn: row.booked_on,
  startsOn: row.starts_on,
  termMonths: row.term_months,
  endedOn: row.ended_on,
});
