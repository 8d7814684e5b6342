import { periodOf } from "../../../src/calendar.ts";
import { accountingAnswer } from "../../../src/narrative/accounting.ts";
import { type PolicyFacts, policyWords } from "../../../src/narrative/accounting-policy.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { type AccruedRow, type BookRow, foldedAccruals, foldedBooks } from "../book-cells.ts";
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
  const books = foldedBooks(await readReport<BookRow>(warehouse, "book_rollforward"), minCell);
  const accruals = foldedAccruals(await readReport<AccruedRow>(warehouse, "book_accrual"), minCell);
  const ahead = (await readReport<AheadRow>(warehouse, "book_ahead"))
    .filter(({ people }) => people >= minCell)
    .map(({ label, amortised_cents }) => ({ label, amortised_cents }));
  const policies = await warehouse.table<PolicyFacts>("commission_policy", ["term_months"]);
  const policy = policies.flatMap(policyWords);
  const told = books.map(({ people: _, ...row }) => row);
  const wholeOf = (grain: string) =>
    told.filter(({ period, deal_type }) => period === grain && deal_type === "all");
  const month = periodOf(as_of, "month", { startMonth: fiscal_start_month });
  const body = { books: told, accruals, ahead, policy, amortised_until: month.periodEnd };
  return {
    path: "/accounting",
    answer: accountingAnswer({
      currency,
      currency_digits,
      months: wholeOf("month"),
      quarters: wholeOf("quarter"),
      accrued: accruals.filter(({ period }) => period === "month"),
      policy,
    }),
    files: [{ name: "accounting.json", audience: "leadership", content: { body } }],
  };
}
