import { InputError, InputErrors, nearest } from "../../../errors.ts";
import { grouped } from "../../../statistics/grouped.ts";
import { anybody, type Person } from "../../person.ts";
import type { PlanTerms } from "../../plan/terms.ts";
import { meets } from "../conditions.ts";
import type { Credit, Measured } from "../credit.ts";
import { measured } from "../measure.ts";
import { isAllowed, type Share, splitCents, sumOf } from "../split.ts";
import { placesOf } from "./columns.ts";
import { type CreditRow, readRow, type TextRow } from "./row.ts";

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
}

/** A row with what of its deal is the person's. */
interface Shared {
  readonly row: CreditRow;
  readonly amountCents: number;
  readonly creditCents: number;
  readonly margin: Measured | null;
  readonly quantity: Measured | null;
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
  const read = rows.flatMap((row) => readRow(row, places, { file, plan }, errors) ?? []);
  const wrong = (row: CreditRow, column: string, what: string, remedy: string) =>
    errors.push(new InputError(what, { file, line: row.line, column, remedy }));
  const shared = [...grouped(read, dealOf).values()].flatMap((deal) =>
    shareDeal(deal, plan, wrong),
  );
  const credits = shared.map((one) => creditOf(one, shared, wrong));
  checkIds(read, wrong);
  checkDates(read, plan, wrong);
  for (const [index, credit] of credits.entries()) {
    const row = shared[index]?.row;
    if (row) checkFigures(row, credit, plan, wrong);
  }
  const people = peopleOf(read, wrong);
  if (errors.length > 0) throw new InputErrors(inOrder(errors));
  return { credits, people };
}

type Wrong = (row: CreditRow, column: string, what: string, remedy: string) => void;

const inOrder = (errors: readonly InputError[]) =>
  [...errors].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));

/** Rows that share one deal; a row without a share is a deal by itself. */
function dealOf(row: CreditRow): string {
  if (row.split === null && row.paySplit === null) return `row ${row.line}`;
  const { opportunityId, lineId, date, dealCents, product, type, reverses } = row;
  return JSON.stringify([opportunityId, lineId, date, dealCents, product, type, reverses]);
}

function shareDeal(rows: readonly CreditRow[], plan: PlanTerms, wrong: Wrong): Shared[] {
  const [first] = rows;
  if (first === undefined) return [];
  const isShared = first.split !== null || first.paySplit !== null;
  if (isShared && first.opportunityId === null) {
    wrong(first, "opportunity_id", "missing opportunity_id", "Name the deal that is shared.");
  }
  const shares = new Map(rows.map((row) => [shareOf(row), row]));
  checkSum(first, [...shares.keys()], plan, wrong);
  const parts = (cents: number | null) => partsOf(cents, [...shares.keys()]);
  const [deal, margin, quantity] = [first.dealCents, first.marginCents, first.quantity].map(parts);
  return [...shares].map(([share, row]) => ({
    row,
    amountCents: deal?.get(share)?.amount ?? 0,
    creditCents: deal?.get(share)?.credit ?? 0,
    margin: margin?.get(share) ?? null,
    quantity: quantity?.get(share) ?? null,
  }));
}

/** Each person's part of a figure of a deal; undefined where it has no such figure. */
function partsOf(cents: number | null, shares: readonly Share[]): Map<Share, Measured> | undefined {
  if (cents === null) return undefined;
  const [pay, credit] = [splitCents(cents, shares, "pay"), splitCents(cents, shares, "credit")];
  const of = (share: Share) => ({ amount: pay.get(share) ?? 0, credit: credit.get(share) ?? 0 });
  return new Map(shares.map((share) => [share, of(share)]));
}

/** All of a deal is the person's where nothing else is said. */
function shareOf({ repId, split, paySplit }: CreditRow): Share {
  return { repId, credit: split ?? paySplit ?? 1, pay: paySplit ?? split ?? 1 };
}

function checkSum(row: CreditRow, shares: readonly Share[], plan: PlanTerms, wrong: Wrong): void {
  if (isAllowed(shares, plan.splitTotal)) return;
  const sums = (["credit", "pay"] as const).map((of) => sumOf(shares, of).mul(100).toString());
  const told = [...new Set(sums)].join(" % and ");
  const remedy =
    plan.splitTotal === "exact"
      ? "Let the shares of a deal sum to 1, or say split_total in the plan."
      : "Let the shares of a deal sum to 1 at most, or say split_total: any in the plan.";
  wrong(row, "split", `shares of ${row.opportunityId ?? "a deal"} sum to ${told} %`, remedy);
}

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
    role: null,
    creditId: creditId ?? `row ${line}`,
    payments: paidOn === null ? [] : [{ on: paidOn, cents: figures.amountCents }],
    reverses: reverses === null ? null : reversed(row, reverses, all, wrong),
  };
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

function checkIds(rows: readonly CreditRow[], wrong: Wrong): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.creditId === null) continue;
    const remedy = "Give each row a credit_id of its own, or leave the column out.";
    if (seen.has(row.creditId))
      wrong(row, "credit_id", `repeated credit_id: ${row.creditId}`, remedy);
    seen.add(row.creditId);
  }
}

function checkDates(rows: readonly CreditRow[], plan: PlanTerms, wrong: Wrong): void {
  const { effectiveFrom: from, effectiveUntil: until } = plan;
  for (const row of rows) {
    if (row.reverses !== null || (row.date >= from && (until === null || row.date <= until)))
      continue;
    const span = until === null ? `from ${from} on` : `from ${from} to ${until}`;
    wrong(row, "date", `date outside of the plan: ${row.date}`, `The plan holds ${span}.`);
  }
}

function checkFigures(row: CreditRow, credit: Credit, plan: PlanTerms, wrong: Wrong): void {
  if (row.reverses !== null) return;
  for (const { where, measure, lessShareOfAmount } of plan.components) {
    if (!meets(credit, where) || measured(credit, measure, lessShareOfAmount) !== null) continue;
    const column = measure === "units" ? "quantity" : measure;
    wrong(row, column, `missing ${column}`, `The plan measures ${measure}: give it for each row.`);
    return;
  }
}

function peopleOf(rows: readonly CreditRow[], wrong: Wrong): Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const known = people.get(row.repId);
    if (known === undefined) people.set(row.repId, { ...anybody(row.repId), team: row.team });
    else if (known.team !== row.team) {
      const remedy = `Give ${row.repId} one team in all rows.`;
      wrong(
        row,
        "team",
        `two teams of ${row.repId}: ${known.team ?? "none"} and ${row.team ?? "none"}`,
        remedy,
      );
    }
  }
  return [...people.values()];
}
