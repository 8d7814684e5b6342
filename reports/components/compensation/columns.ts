import { formatMonth, formatPeriod } from "../../src/format.js";
import { soFar } from "../../src/narrative/book-period.js";
import { capital } from "../../src/narrative/initial.js";
import { type Column, count, money, rate, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import type {
  ComponentRow,
  MixRow,
  MonthRow,
  NearRow,
  OutlookRow,
  PricedRow,
  QuarterRow,
  TeamRow,
  UnquotedRow,
} from "./rows.js";

/** Earned and budget side by side; a running quarter is held against no whole one. */
export const quarterColumns = ({ currency_digits: digits }: Money): Column<QuarterRow>[] => [
  text<QuarterRow>("Quarter", soFar),
  money("Earned", (row) => row.earned_cents, digits),
  money("Budget", (row) => row.budget_cents, digits),
  money("Over budget", overBudget, digits),
  money("Bookings", (row) => row.bookings_cents, digits),
  rate("Effective rate", (row) => row.effective_rate),
];

export const outlookColumns = ({ currency_digits: digits }: Money): Column<OutlookRow>[] => [
  text<OutlookRow>("Period", (row) => formatPeriod(row.label)),
  money("Earned so far", (row) => row.earned_cents, digits),
  money("Forecast", (row) => row.expected_cents, digits),
  money("Lower, 80 %", (row) => row.lower_80_cents, digits),
  money("Upper, 80 %", (row) => row.upper_80_cents, digits),
  money("Budget", (row) => row.budget_cents, digits),
];

export const unquotedColumns: readonly Column<UnquotedRow>[] = [
  text<UnquotedRow>("Person", (row) => row.rep),
  text("Team", (row) => row.team_id),
  text("Plan", (row) => row.plan),
  text("Component", (row) => row.component),
  text("No quota from", (row) => (row.label === null ? null : formatPeriod(row.label))),
];

export const pricedColumns = ({ currency_digits: digits }: Money): Column<PricedRow>[] => [
  text<PricedRow>("Scenario", ({ scenario }) => (scenario === "base" ? "The plan" : scenario)),
  count("People", (row) => row.people),
  money("Target", (row) => row.target_cents, digits),
  money("Expected bookings", (row) => row.bookings_cents, digits),
  money("Expected pay", (row) => row.expected_cents, digits),
  money("Lower, 80 %", (row) => row.lower_80_cents, digits),
  money("Upper, 80 %", (row) => row.upper_80_cents, digits),
  rate("Pay over bookings", (row) => row.effective_rate),
];

/** Months beside their own budgets where there are any, and beside what there is for the quarter. */
export const monthColumns = (
  { currency_digits: digits }: Money,
  months: readonly MonthRow[],
): Column<MonthRow>[] => [
  text<MonthRow>("Month", (row) => formatMonth(row.period_start)),
  money("Earned", (row) => row.earned_cents, digits),
  ...(months.some(({ budget_cents }) => budget_cents !== null)
    ? [money<MonthRow>("Budget", (row) => row.budget_cents, digits)]
    : []),
  rate("Quarter’s budget, earned so far", (row) => row.quarter_budget_rate),
  money("Fell due", (row) => row.due_cents, digits),
  money("Held at its end", (row) => row.accrued_cents, digits),
];

export const teamColumns = ({ currency_digits: digits }: Money): Column<TeamRow>[] => [
  text<TeamRow>("Team", (row) => row.team),
  text("Year", (row) => formatPeriod(row.label)),
  count("People", (row) => row.people),
  money("Earned", (row) => row.earned_cents, digits),
  money("Bookings", (row) => row.bookings_cents, digits),
  rate("Effective rate", (row) => row.effective_rate),
];

export const componentColumns = ({ currency_digits: digits }: Money): Column<ComponentRow>[] => [
  text<ComponentRow>("Role", (row) => roleName(row.role)),
  text("Component", (row) => row.component),
  text("Year", (row) => formatPeriod(row.label)),
  count("People", (row) => row.people),
  money("Earned", (row) => row.amount_cents, digits),
];

export const mixColumns = ({ currency_digits: digits }: Money): Column<MixRow>[] => [
  text<MixRow>("Role", (row) => roleName(row.role)),
  count("People", (row) => row.people),
  money("On-target earnings a year", (row) => row.target_cents, digits),
  money("Fixed", (row) => row.target_cents - row.variable_cents, digits),
  money("Variable", (row) => row.variable_cents, digits),
  rate("Share that varies", (row) => row.variable_rate),
];

export const nearColumns: readonly Column<NearRow>[] = [
  text<NearRow>("Rep", (row) => row.rep),
  text("Team", (row) => row.team_id),
  text("Component", (row) => row.component),
  text("Period", (row) => formatPeriod(row.label)),
  rate("Attainment", (row) => row.attainment),
  rate("Next tier from", (row) => row.next_tier),
  rate("Missing, of quota", (row) => row.missing),
];

const overBudget = ({ is_complete, earned_cents, budget_cents }: QuarterRow) =>
  is_complete && budget_cents !== null ? earned_cents - budget_cents : null;

const roleName = (role: string) => capital(role.replaceAll("_", " "));
