import { medianSorted } from "simple-statistics";
import { grouped } from "../../src/statistics/grouped.ts";
import { folded } from "./min-cell.ts";

export interface TeamRow {
  readonly label: string;
  readonly team: string;
  readonly people: number;
  readonly earned_cents: number;
  readonly bookings_cents: number;
}

export interface PayoutRow {
  readonly label: string;
  readonly attainment: number;
  readonly payout: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What was earned and fell due in a month, what is held at its end, and its budget. */
export interface MonthRow {
  readonly period_start: string;
  readonly people: number;
  readonly earned_cents: number;
  readonly due_cents: number;
  readonly accrued_cents: number;
  readonly budget_cents: number | null;
  /** The first day of the fiscal quarter that it is in, and that one's budget. */
  readonly quarter_start: string;
  readonly quarter_budget_cents: number | null;
}

/** A month as it is published. */
export interface ToldMonth extends Omit<MonthRow, "quarter_start" | "quarter_budget_cents"> {
  /** What of its quarter's budget is earned by its end; null where that can't be told. */
  readonly quarter_budget_rate: number | null;
}

/** Months up to the last of enough people; those between of fewer are part of the next that has them. */
export function foldedMonths(months: readonly MonthRow[], minCell: number): ToldMonth[] {
  const told: ToldMonth[] = [];
  const rateOf = quarterRates();
  let stretch: MonthRow[] = [];
  for (const month of months) {
    stretch.push(month);
    if (month.people < minCell) continue;
    told.push({
      period_start: month.period_start,
      people: month.people,
      accrued_cents: month.accrued_cents,
      earned_cents: sum(stretch.map(earnedOf)),
      due_cents: sum(stretch.map(({ due_cents }) => due_cents)),
      budget_cents: budgetOf(stretch),
      quarter_budget_rate: rateOf(stretch),
    });
    stretch = [];
  }
  return told;
}

/**
 * What of a quarter's budget is earned by the end of each stretch of months in turn. Nothing is told of a
 * quarter in which months of the one before are put together with its own: the difference would tell of
 * them.
 */
function quarterRates(): (stretch: readonly MonthRow[]) => number | null {
  let quarter: string | undefined;
  let earned: number | null = 0;
  return (stretch) => {
    const { quarter_start, quarter_budget_cents } = stretch.at(-1) ?? {};
    if (quarter !== quarter_start) [quarter, earned] = [quarter_start, 0];
    const isOfOne = stretch.every((month) => month.quarter_start === quarter);
    earned = earned === null || !isOfOne ? null : earned + sum(stretch.map(earnedOf));
    return earned === null || !quarter_budget_cents ? null : earned / quarter_budget_cents;
  };
}

const earnedOf = ({ earned_cents }: MonthRow) => earned_cents;

/** Null where a month has none. */
function budgetOf(months: readonly MonthRow[]): number | null {
  const budgets = months.flatMap(({ budget_cents }) => budget_cents ?? []);
  return budgets.length === months.length ? sum(budgets) : null;
}

/** Teams of few people together. */
export function foldedTeams(rows: readonly TeamRow[], minCell: number) {
  const teams = folded(rows, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      label: some[0]?.label ?? "",
      team: "Smaller groups",
      people: sum(some.map(({ people }) => people)),
      earned_cents: sum(some.map(({ earned_cents }) => earned_cents)),
      bookings_cents: sum(some.map(({ bookings_cents }) => bookings_cents)),
    }),
  });
  return teams.map((row) => ({
    ...row,
    effective_rate: row.bookings_cents > 0 ? row.earned_cents / row.bookings_cents : null,
  }));
}

/** On-target earnings by role, and what of them varies. */
export interface MixRow {
  readonly role: string;
  readonly people: number;
  readonly target_cents: number;
  readonly variable_cents: number;
}

/** Roles of few people together. */
export function foldedMix(rows: readonly MixRow[], minCell: number) {
  const roles = folded(rows, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      role: "smaller_roles",
      people: sum(some.map(({ people }) => people)),
      target_cents: sum(some.map(({ target_cents }) => target_cents)),
      variable_cents: sum(some.map(({ variable_cents }) => variable_cents)),
    }),
  });
  return roles.map((row) => ({
    ...row,
    variable_rate: row.target_cents > 0 ? row.variable_cents / row.target_cents : null,
  }));
}

/** Medians of payout by tenths of attainment, those of few people left out. */
export function payoutBands(rows: readonly PayoutRow[], minCell: number) {
  const bands = grouped(rows, ({ attainment }) => String(Math.floor(attainment * 10)));
  return [...bands]
    .filter(([, own]) => own.length >= minCell)
    .map(([band, own]) => ({
      label: own[0]?.label ?? "",
      attainment: (Number(band) + 0.5) / 10,
      people: own.length,
      payout: medianSorted(own.map(({ payout }) => payout).sort((a, b) => a - b)),
    }))
    .sort((a, b) => a.attainment - b.attainment);
}
