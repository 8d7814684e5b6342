import { isPlainDate, type PlainDate } from "../../../calendar.ts";
import { InputError, InputErrors, nearest } from "../../../errors.ts";
import { grouped } from "../../../statistics/grouped.ts";
import { anybody, type Person } from "../../person.ts";
import type { PlanTerms } from "../../plan/terms.ts";
import type { Credit } from "../credit.ts";
import { checkDates, checkFigures, checkIds, checkReversals } from "./check.ts";
import { type CreditColumn, type Places, placesOf } from "./columns.ts";
import type { CreditRow, TextRow, Wrong } from "./credit-row.ts";
import { dealOf, type Shared, shareDeal } from "./deal.ts";
import { type RowContext, readRow } from "./row.ts";
import { inWholeDeals } from "./whole-deal.ts";

/** A table of credits as text. */
interface TextTable {
  readonly path: string;
  readonly headings: readonly string[];
  readonly rows: readonly TextRow[];
}

/** Credits of a table, and the people who have them. */
export interface CreditTable {
  readonly credits: readonly Credit[];
  readonly people: readonly Person[];
  /** By credit_id, the number of its record in the file, headings = 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Credits from a table with the columns `rep_id`, `date`, `amount` and others, in any order.
 *
 * @throws InputErrors with line and column of every cell that can't be read or used
 */
export function readCredits(
  { path: file, headings, rows }: TextTable,
  plan: PlanTerms,
): CreditTable {
  const places = placesOf(headings, file, plan);
  if (rows.length === 0) {
    throw new InputError(`missing rows: ${file}`, { file, remedy: "Give one row a credit." });
  }
  const errors: InputError[] = [];
  const context = { file, plan, soldOn: datesOf(rows, places) };
  const read = rows.flatMap((row) => readRow(row, places, context, errors) ?? []);
  const wrong = (row: CreditRow, column: string, what: string, remedy: string) =>
    errors.push(new InputError(what, { file, line: row.line, column, remedy }));
  const shared = [...grouped(read, dealOf).values()].flatMap((deal) =>
    shareDeal(deal, plan, wrong),
  );
  const credits = inWholeDeals(
    shared.map((one) => ({ row: one.row, credit: creditOf(one, shared, wrong) })),
  );
  checkIds(read, wrong);
  checkReversals(shared, credits, wrong);
  checkDates(read, plan, wrong);
  for (const [index, credit] of credits.entries()) {
    const row = shared[index]?.row;
    if (row) checkFigures(row, credit, plan, wrong);
  }
  const people = peopleOf(read, wrong);
  if (errors.length > 0) throw new InputErrors(inOrder(errors));
  const lines = new Map(credits.map(({ creditId }, at) => [creditId, shared[at]?.row.line ?? 0]));
  return { credits, people, lines };
}

const inOrder = (errors: readonly InputError[]) =>
  [...errors].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));

function creditOf({ row, ...figures }: Shared, all: readonly Shared[], wrong: Wrong): Credit {
  const { line, creditId, paidOn, reverses } = row;
  return {
    ...figures,
    repId: row.repId,
    date: row.date,
    dealCents: row.dealCents,
    opportunityId: row.opportunityId,
    lineId: row.lineId,
    product: row.product,
    type: row.type,
    invoicedOn: row.invoicedOn,
    role: row.role,
    creditId: creditId ?? `row ${line}`,
    payments: paidOn === null ? [] : [{ on: paidOn, cents: figures.amountCents }],
    reverses: reverses === null ? null : reversed(row, reverses, all, wrong),
    ...(row.level === null ? {} : levelParts(row.level)),
  };
}

/** A level is no money of anybody. */
const levelParts = ({ of, change }: NonNullable<CreditRow["level"]>) => ({
  levelOf: of,
  amountCents: 0,
  creditCents: change,
  dealCents: 0,
});

/** When people were credited with what goes by a name: a credit_id or an opportunity_id. */
function datesOf(rows: readonly TextRow[], places: Places): RowContext["soldOn"] {
  const dates = new Map<string, PlainDate>();
  for (const { cells } of rows) {
    const text = (column: CreditColumn) => cells[places.get(column) ?? -1]?.trim() ?? "";
    if (text("reverses") !== "" || !isPlainDate(text("date"))) continue;
    for (const name of [text("opportunity_id"), text("credit_id")]) {
      dates.set(`${text("rep_id")} ${name}`, text("date"));
    }
  }
  return (repId, name) => dates.get(`${repId} ${name}`) ?? null;
}

/** The credit that a row takes back: it names the credit, or a deal of which the person has one. */
function reversed(row: CreditRow, name: string, all: readonly Shared[], wrong: Wrong): string {
  const sold = all.filter((one) => one.row.reverses === null && one.row.repId === row.repId);
  const found =
    sold.filter((one) => one.row.creditId === name).length > 0
      ? sold.filter((one) => one.row.creditId === name)
      : sold.filter((one) => one.row.opportunityId === name);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    const meant = nearest(
      name,
      sold.flatMap((sale) => sale.row.opportunityId ?? []),
    );
    const what = one === undefined ? "unknown credit reversed" : "several credits reversed";
    const remedy =
      meant && one === undefined
        ? `Did you mean "${meant}"?`
        : "Name the credit_id of one row of the same person.";
    wrong(row, "reverses", `${what}: ${name}`, remedy);
    return name;
  }
  if (row.dealCents >= 0 || one.row.date > row.date) {
    const remedy = "Write it with a negative amount and a date that isn't before the credit's.";
    wrong(row, "amount", `reversal that isn't one: ${name}`, remedy);
  }
  return one.row.creditId ?? `row ${one.row.line}`;
}

function peopleOf(rows: readonly CreditRow[], wrong: Wrong): Person[] {
  const first = new Map<string, CreditRow>();
  for (const row of rows) {
    const known = first.get(row.repId) ?? row;
    first.set(row.repId, known);
    if (known.team === row.team) continue;
    const what = `two teams of ${row.repId}: ${known.team ?? "none"} and ${row.team ?? "none"}`;
    wrong(row, "team", what, `Give ${row.repId} one team in all rows.`);
  }
  return [...first.values()].map(({ repId, team }) => ({
    ...anybody(repId),
    teams: [{ from: null, team }],
  }));
}
