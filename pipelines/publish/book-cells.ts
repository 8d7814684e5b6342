import { grouped } from "../../src/statistics/grouped.ts";
import { folded } from "./min-cell.ts";

/** A period of the roll-forward, of one type of deal or all. */
export interface BookRow {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly deal_type: string;
  readonly people: number;
  readonly opening_cents: number;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly expensed_cents: number;
}

/** A period of what is earned and unpaid. */
export interface AccruedRow {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly people: number;
  /** People who owe of what was paid in advance. */
  readonly debtors: number;
  readonly opening_cents: number;
  readonly earned_cents: number;
  readonly guaranteed_cents: number;
  readonly settled_cents: number;
  readonly closing_cents: number;
  readonly advance_opening_cents: number;
  readonly advance_closing_cents: number;
  readonly paid_cents: number;
}

const all = "all";

/**
 * The roll-forward of each grain: periods of too few people are part of the next that has enough, and
 * types of deals that are of too few in any period are told together.
 */
export function foldedBooks(rows: readonly BookRow[], minCell: number): BookRow[] {
  return [...grouped(rows, ({ period }) => period).values()].flatMap((grain) => {
    const totals = grain.filter(({ deal_type }) => deal_type === all);
    const stretches = stretchesOf(totals, minCell);
    const whole = stretches.map((own) => together(own));
    const types = [...grouped(grain, ({ deal_type }) => deal_type)]
      .filter(([type]) => type !== all)
      .map(([, own]) => withinStretches(own, stretches));
    const told = folded(types, {
      minCell,
      sizeOf: (own) => Math.min(...own.map(({ people }) => people)),
      together: (sizes) => Math.max(...sizes),
      merge: (some) => added(some, "other"),
    });
    return [...whole, ...(told.length < 2 ? [] : told.flat())];
  });
}

/** Periods that are told as one, in order; those after the last of enough people aren't told. */
function stretchesOf<Row extends { readonly people: number }>(
  rows: readonly Row[],
  minCell: number,
): Row[][] {
  const stretches: Row[][] = [];
  let pending: Row[] = [];
  for (const row of rows) {
    pending.push(row);
    if (row.people < minCell) continue;
    stretches.push(pending);
    pending = [];
  }
  return stretches;
}

/** A stretch under the name of its last period. */
function together(own: readonly BookRow[]): BookRow {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) throw new Error("a stretch without a period");
  const sum = (of: (row: BookRow) => number) => own.reduce((total, row) => total + of(row), 0);
  return {
    ...last,
    people: Math.max(...own.map(({ people }) => people)),
    opening_cents: first.opening_cents,
    capitalised_cents: sum((row) => row.capitalised_cents),
    amortised_cents: sum((row) => row.amortised_cents),
    impaired_cents: sum((row) => row.impaired_cents),
    expensed_cents: sum((row) => row.expensed_cents),
  };
}

/** A type of deal in the stretches of all; nothing where it hadn't begun yet. */
function withinStretches(own: readonly BookRow[], stretches: readonly BookRow[][]): BookRow[] {
  const byStart = new Map(own.map((row) => [row.period_start, row]));
  return stretches.flatMap((stretch) => {
    const rows = stretch.flatMap(({ period_start }) => byStart.get(period_start) ?? []);
    return rows.length === 0 ? [] : [together(rows)];
  });
}

function added(types: readonly BookRow[][], name: string): BookRow[] {
  return [...grouped(types.flat(), ({ period_start }) => period_start).values()]
    .map((rows) => rows.reduce((a, b) => plus(a, b)))
    .map((row) => ({ ...row, deal_type: name }))
    .sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
}

const plus = (a: BookRow, b: BookRow): BookRow => ({
  ...a,
  people: Math.max(a.people, b.people),
  opening_cents: a.opening_cents + b.opening_cents,
  capitalised_cents: a.capitalised_cents + b.capitalised_cents,
  amortised_cents: a.amortised_cents + b.amortised_cents,
  impaired_cents: a.impaired_cents + b.impaired_cents,
  closing_cents: a.closing_cents + b.closing_cents,
  expensed_cents: a.expensed_cents + b.expensed_cents,
});

/** Whether too few people owe of advances, in any period in which some do, for these to be told apart. */
export function isNetOfAdvances(rows: readonly AccruedRow[], minCell: number): boolean {
  return rows.some(({ debtors }) => debtors > 0 && debtors < minCell);
}

/** What is earned and unpaid; advances apart where enough people owe in every period in which any do. */
export function foldedAccruals(rows: readonly AccruedRow[], minCell: number) {
  const isApart = rows.some(({ debtors }) => debtors > 0) && !isNetOfAdvances(rows, minCell);
  return [...grouped(rows, ({ period }) => period).values()].flatMap((grain) =>
    stretchesOf(grain, minCell).map((own) => accrued(own, isApart)),
  );
}

/** Guarantees are told with what is earned: few people have them. */
function accrued(own: readonly AccruedRow[], isApart: boolean) {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) throw new Error("a stretch without a period");
  const sum = (of: (row: AccruedRow) => number) => own.reduce((total, row) => total + of(row), 0);
  const { period, period_start, label, is_complete } = last;
  const [before, after] = [first.advance_opening_cents, last.advance_closing_cents];
  return {
    period,
    period_start,
    label,
    is_complete,
    opening_cents: first.opening_cents - (isApart ? 0 : before),
    earned_cents: sum((row) => row.earned_cents + row.guaranteed_cents),
    paid_cents: sum((row) => (isApart ? row.settled_cents : row.paid_cents)),
    closing_cents: last.closing_cents - (isApart ? 0 : after),
    advance_cents: isApart ? after : null,
  };
}
