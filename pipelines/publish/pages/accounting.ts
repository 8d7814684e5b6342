import { periodOf } from "../../../src/calendar.ts";
import { accountingAnswer } from "../../../src/narrative/accounting.ts";
import { type PolicyFacts, policyWords } from "../../../src/narrative/accounting-policy.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import {
  type AccruedRow,
  type BookRow,
  foldedAccruals,
  foldedBooks,
  isNetOfAdvances,
} from "../book-cells.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface AheadRow {
  readonly fiscal_year: number;
  readonly label: string;
  readonly amortised_cents: number;
  readonly people: number;
}

/** The books of commission: assets rolled forward, what is earned and unpaid, and what is ahead. */
export async function accounting(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { min_cell: minCell, currency, currency_digits, as_of, fiscal_start_month } = edition;
  const rows = await readReport<BookRow>(warehouse, "book_rollforward");
  const books = foldedBooks(rows, minCell);
  const accrued = await readReport<AccruedRow>(warehouse, "book_accrual");
  const accruals = foldedAccruals(accrued, minCell);
  const is_net = isNetOfAdvances(accrued, minCell);
  const ahead = (await readReport<AheadRow>(warehouse, "book_ahead"))
    .filter(({ people }) => people >= minCell)
    .map(({ label, amortised_cents }) => ({ label, amortised_cents }));
  const policies = await warehouse.table<PolicyFacts>("commission_policy", ["term_months"]);
  const policy = policies.flatMap(policyWords);
  const told = books.map(({ people: _, ...row }) => row);
  const month = periodOf(as_of, "month", { startMonth: fiscal_start_month });
  const body = { books: told, accruals, is_net, ahead, policy, amortised_until: month.periodEnd };
  return {
    path: "/accounting",
    answer: accountingAnswer({
      currency,
      currency_digits,
      months: told.filter(isWholeMonth),
      begins_on: rows.find(isWholeMonth)?.period_start ?? null,
      accrued: accruals.filter(({ period }) => period === "month"),
      is_net,
      policy,
    }),
    files: [{ name: "accounting.json", audience: "leadership", content: { body } }],
  };
}

const isWholeMonth = ({ period, deal_type }: Pick<BookRow, "period" | "deal_type">) =>
  period === "month" && deal_type === "all";
