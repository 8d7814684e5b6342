import type { PlainDate } from "../../src/calendar.ts";

// rows of the tables of pay; money in whole minor units of the plan's currency

export interface CreditRow {
  readonly credit_id: string;
  readonly plan: string;
  readonly rep_id: string;
  readonly role: string;
  readonly credited_on: PlainDate;
  readonly opportunity_id: string | null;
  readonly deal_line_id: string | null;
  readonly deal_type: string | null;
  readonly product: string | null;
  readonly amount_cents: number;
  readonly credit_cents: number;
  readonly deal_cents: number;
  readonly currency: string;
  readonly reverses: string | null;
  readonly source_file: string | null;
  readonly source_line: number | null;
}

export interface LineRow {
  readonly line_id: string;
  readonly rep_id: string;
  readonly plan: string;
  readonly component: string | null;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly earned_on: PlainDate;
  readonly opportunity_id: string | null;
  readonly credit_id: string | null;
  readonly credit_cents: number;
  readonly base_cents: number;
  readonly tier: number | null;
  readonly rate: number | null;
  /** Of a gate or multiplier: the component whose attainment it looks at. */
  readonly by_component: string | null;
  readonly amount_cents: number;
  readonly currency: string;
  readonly cause: string;
  /** Of pay that was told late: the first day of the closed pay period that it belongs to; null of rounding. */
  readonly late_of: PlainDate | null;
  /** What made it, where it is of no credit: the cause of the lines that it changes. */
  readonly late_rule: string | null;
  /** What closed pay periods paid of it; null, too, where that wasn't kept. */
  readonly late_paid_cents: number | null;
  readonly source_file: string | null;
  readonly source_line: number | null;
}

interface PeriodRow {
  readonly rep_id: string;
  readonly plan: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly currency: string;
}

export interface StatementRow extends PeriodRow {
  readonly earned_cents: number;
  readonly topped_up_cents: number;
  readonly advanced_cents: number;
  readonly recovered_cents: number;
  readonly paid_cents: number;
}

export interface BalanceRow extends PeriodRow {
  readonly opening_cents: number;
  readonly taken_over_cents: number;
  readonly advanced_cents: number;
  readonly recovered_cents: number;
  readonly handed_over_cents: number;
  readonly closing_cents: number;
}

/** How far somebody has come on a component; minor units, or hundredths of units. */
export interface AttainmentRow {
  readonly holder_id: string;
  readonly plan: string;
  readonly component: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly credit_cents: number;
  readonly quota_cents: number | null;
  readonly target_cents: number | null;
  readonly next_tier_cents: number | null;
  readonly currency: string;
}

/** Rows of the tables of pay that are sealed with a period. */
export interface PayRows {
  readonly credits: readonly CreditRow[];
  readonly lines: readonly LineRow[];
  readonly statements: readonly StatementRow[];
  readonly balances: readonly BalanceRow[];
}
