import { grouped } from "../../../statistics/grouped.ts";
import type { Credit } from "../credit.ts";
import { withCustomers } from "../customers.ts";
import type { CreditRow } from "./credit-row.ts";
import { dealOf, isShared } from "./deal.ts";

/**
 * Credits of a table by whole deals: rows with one opportunity and date are lines of one deal, of all who
 * share it by `split` or `pay_split`, of one person and role where nobody shares. The deal is as large as
 * its lines together, and one customer.
 */
export function inWholeDeals(lines: readonly CreditLine[]): Credit[] {
  const deals = grouped(lines, wholeOf);
  const whole = new Map(
    [...deals.values()].flatMap((own) => {
      const credits = own.length === 1 ? own.map(({ credit }) => credit) : inOneDeal(own);
      return own.map((line, at) => [line, credits[at] ?? line.credit] as const);
    }),
  );
  return lines.map((line) => whole.get(line) ?? line.credit);
}

/** A credit and the row that it is of. */
export interface CreditLine {
  readonly row: CreditRow;
  readonly credit: Credit;
}

function inOneDeal(lines: readonly CreditLine[]): Credit[] {
  const sold = new Map(lines.map(({ row }) => [dealOf(row), row.dealCents]));
  const dealCents = [...sold.values()].reduce((sum, cents) => sum + cents, 0);
  return withCustomers(lines.map(({ credit }) => ({ ...credit, dealCents })));
}

function wholeOf({ row }: CreditLine): string {
  const { opportunityId, date, repId, role, reverses, level } = row;
  if (opportunityId === null || reverses !== null || level !== null) return `row ${row.line}`;
  return JSON.stringify([opportunityId, date, ...(isShared(row) ? [] : [repId, role])]);
}
