import Fraction from "fraction.js";
import { isPlainDate, type PlainDate } from "../../../calendar.ts";
import { InputError, nearest } from "../../../errors.ts";
import { currencyDigits } from "../../../money.ts";
import { roundHalfAway } from "../../exact.ts";
import type { PlanTerms } from "../../plan/terms.ts";
import { type CreditRole, creditRoles } from "../credit.ts";
import { exchangeRate } from "../exchange.ts";
import { isLevel } from "../measure.ts";
import type { CreditColumn, Places } from "./columns.ts";
import type { CreditRow, TextRow } from "./credit-row.ts";

/** A row's cells by column, and what is wrong with them. */
interface Cells {
  readonly text: (column: CreditColumn) => string | null;
  readonly wrong: (column: CreditColumn, what: string, remedy: string) => null;
}

/** What a row is read with. */
export interface RowContext {
  readonly file: string;
  readonly plan: PlanTerms;
  /** When a person was credited with what a row takes back; null where that isn't known. */
  readonly soldOn: (repId: string, name: string) => PlainDate | null;
}

/**
 * Reads a row; null where it has mistakes, which are added to the others.
 *
 * @param errors gets every mistake of the row with its line and column
 */
export function readRow(
  { line, cells }: TextRow,
  places: Places,
  { file, plan, soldOn }: RowContext,
  errors: InputError[],
): CreditRow | null {
  const before = errors.length;
  const row = cellsOf({ line, cells }, places, file, errors);
  const date = dateIn(row, "date", true);
  const [repId, reverses] = [row.text("rep_id"), row.text("reverses")];
  // taken back at the rate at which it was credited, or a refund would not be the whole of a deal
  const sold = repId !== null && reverses !== null ? soldOn(repId, reverses) : null;
  const toCents = converter(row, plan, sold ?? date);
  const read = {
    line,
    repId: repId ?? row.wrong("rep_id", "missing rep_id", "Name whose credit it is."),
    date,
    dealCents: money(row, "amount", toCents, true),
    creditId: row.text("credit_id"),
    opportunityId: row.text("opportunity_id"),
    lineId: row.text("line_id"),
    product: row.text("product"),
    type: row.text("type"),
    team: row.text("team"),
    role: roleIn(row),
    marginCents: money(row, "margin", toCents, false),
    quantity: money(row, "quantity", (value) => roundHalfAway(value.mul(100)), false),
    split: shareIn(row, "split"),
    paySplit: shareIn(row, "pay_split"),
    invoicedOn: dateIn(row, "invoiced_on", false),
    paidOn: dateIn(row, "paid_on", false),
    reverses,
    level: levelIn(row, plan),
  };
  const { dealCents } = read;
  if (errors.length > before || repId === null || date === null || dealCents === null) return null;
  return { ...read, repId, date, dealCents };
}

const cellsOf = (
  { line, cells }: TextRow,
  places: Places,
  file: string,
  errors: InputError[],
): Cells => ({
  text: (column) => cells[places.get(column) ?? -1]?.trim() || null,
  wrong(column, what, remedy) {
    errors.push(new InputError(what, { file, line, column, remedy }));
    return null;
  },
});

function dateIn({ text, wrong }: Cells, column: CreditColumn, isNeeded: boolean) {
  const value = text(column);
  if (value === null) return isNeeded ? wrong(column, `missing ${column}`, dateRemedy) : null;
  return isPlainDate(value) ? value : wrong(column, `invalid date: "${value}"`, dateRemedy);
}

const dateRemedy = "Write dates as YYYY-MM-DD.";

function money(
  { text, wrong }: Cells,
  column: CreditColumn,
  toWhole: (value: Fraction) => number | null,
  isNeeded: boolean,
): number | null {
  const value = text(column);
  const remedy = "Write numbers with a decimal point and without separators: 1234.5.";
  if (value === null) return isNeeded ? wrong(column, `missing ${column}`, remedy) : null;
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(value)) {
    return wrong(column, `invalid number: "${value}"`, remedy);
  }
  return toWhole(new Fraction(value));
}

function levelIn(row: Cells, plan: PlanTerms): CreditRow["level"] {
  const of = row.text("level_of");
  if (of === null) return null;
  const levels = plan.components.filter(({ measure }) => isLevel(measure)).map(({ name }) => name);
  const change = money(row, "amount", (value) => roundHalfAway(value.mul(1_000_000)), true);
  if (levels.includes(of)) return change === null ? null : { of, change };
  const remedy =
    levels.length > 0
      ? `Name a component that measures a level: ${levels.join(", ")}.`
      : "Leave the column out: no component measures a level.";
  return row.wrong("level_of", `unknown level: "${of}"`, remedy);
}

function roleIn({ text, wrong }: Cells): CreditRole | null {
  const value = text("role")?.toLowerCase() ?? null;
  if (value === null) return null;
  const role = creditRoles.find((one) => one === value);
  if (role !== undefined) return role;
  const meant = nearest(value, creditRoles);
  const remedy = meant ? `Did you mean "${meant}"?` : `Write one of ${creditRoles.join(", ")}.`;
  return wrong("role", `unknown role: "${value}"`, remedy);
}

function shareIn({ text, wrong }: Cells, column: CreditColumn): number | null {
  const value = text(column);
  if (value === null) return null;
  const share = Number(value);
  if (share >= 0 && share <= 1) return share;
  return wrong(column, `invalid share: "${value}"`, "Write a share from 0 to 1: 0.6 for 60 %.");
}

/** Turns an amount of the row's currency into minor units of the plan's. */
function converter({ text, wrong }: Cells, plan: PlanTerms, date: PlainDate | null) {
  const units = 10 ** currencyDigits(plan.currency);
  const currency = text("currency")?.toUpperCase() ?? plan.currency;
  const rate = date === null ? null : exchangeRate(plan, currency, date);
  if (rate === null && date !== null) {
    const remedy = `Give what one ${currency} is worth under exchange_rates of the plan.`;
    wrong("currency", `currency without a rate: ${currency} on ${date}`, remedy);
  }
  return (value: Fraction) => (rate === null ? null : roundHalfAway(value.mul(rate).mul(units)));
}
