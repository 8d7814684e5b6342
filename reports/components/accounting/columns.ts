import { formatPeriod } from "../../src/format.js";
import { type Column, money, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import type { AccruedRow, AheadRow, BookRow } from "./rows.js";

export const bookColumns = ({ currency_digits: digits }: Money): Column<BookRow>[] => [
  text<BookRow>("Period", periodText),
  money("Opening", (row) => row.opening_cents, digits),
  money("Capitalised", (row) => row.capitalised_cents, digits),
  money("Amortised", (row) => row.amortised_cents, digits),
  money("Impaired", (row) => row.impaired_cents, digits),
  money("Closing", (row) => row.closing_cents, digits),
  money("Expensed at once", (row) => row.expensed_cents, digits),
];

export const accrualColumns = (
  { currency_digits: digits }: Money,
  rows: readonly AccruedRow[],
): Column<AccruedRow>[] => [
  text<AccruedRow>("Period", periodText),
  money("Opening", (row) => row.opening_cents, digits),
  money("Earned", (row) => row.earned_cents, digits),
  money("Paid", (row) => row.paid_cents, digits),
  money("Closing", (row) => row.closing_cents, digits),
  ...(rows.some(({ advance_cents }) => advance_cents !== null)
    ? [money<AccruedRow>("Owed of advances", (row) => row.advance_cents, digits)]
    : []),
];

export const aheadColumns = ({ currency_digits: digits }: Money): Column<AheadRow>[] => [
  text<AheadRow>("Year", (row) => formatPeriod(row.label)),
  money("Amortised", (row) => row.amortised_cents, digits),
];

/** A period that runs says so. */
function periodText({ label, is_complete }: { label: string; is_complete: boolean }): string {
  return is_complete ? formatPeriod(label) : `${formatPeriod(label)}, so far`;
}
