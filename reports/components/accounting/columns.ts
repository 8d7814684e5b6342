import { formatExactMoney, formatPeriod } from "../../src/format.js";
import { bookPeriod, soFar } from "../../src/narrative/book-period.js";
import { type Column, money, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import type { AccruedRow, AheadRow, BookRow } from "./rows.js";

/** @param amortisedUntil the last day of the month that runs, all of which is amortised already */
export const bookColumns = (
  { currency_digits: digits }: Money,
  amortisedUntil: string,
): Column<BookRow>[] => [
  text<BookRow>("Period", (row) => bookPeriod(row, amortisedUntil)),
  exact("Opening", (row) => row.opening_cents, digits),
  exact("Capitalised", (row) => row.capitalised_cents, digits),
  exact("Amortised", (row) => row.amortised_cents, digits),
  exact("Impaired", (row) => row.impaired_cents, digits),
  exact("Closing", (row) => row.closing_cents, digits),
  exact("Expensed at once", (row) => row.expensed_cents, digits),
];

export const accrualColumns = (
  { currency_digits: digits }: Money,
  rows: readonly AccruedRow[],
): Column<AccruedRow>[] => [
  text<AccruedRow>("Period", soFar),
  exact("Opening", (row) => row.opening_cents, digits),
  exact("Earned", (row) => row.earned_cents, digits),
  exact("Paid", (row) => row.paid_cents, digits),
  exact("Closing", (row) => row.closing_cents, digits),
  ...(rows.some(({ advance_cents }) => advance_cents !== null)
    ? [exact<AccruedRow>("Owed of advances", (row) => row.advance_cents, digits)]
    : []),
];

export const aheadColumns = ({ currency_digits: digits }: Money): Column<AheadRow>[] => [
  text<AheadRow>("Year", (row) => formatPeriod(row.label)),
  exact("Amortised", (row) => row.amortised_cents, digits),
];

/** Money to the cent, as books are read. */
const exact = <Row>(
  heading: string,
  value: (row: Row) => number | null,
  digits: number,
): Column<Row> => ({
  ...money(heading, value, digits),
  format: (cents: number) => formatExactMoney(cents, digits),
});
