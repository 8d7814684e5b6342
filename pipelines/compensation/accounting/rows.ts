import type { PlainDate } from "../../../src/calendar.ts";

// rows of the tables of accounting; money in whole minor units of the plan's currency

/** A row of `commission_contract`. */
export interface ContractRow {
  readonly opportunity_id: string;
  readonly deal_type: string | null;
  readonly booked_on: PlainDate;
  readonly starts_on: PlainDate | null;
  readonly term_months: number | null;
  readonly ended_on: PlainDate | null;
}

/** A row of `commission_asset_month`; those of closed pay periods are sealed with them. */
export interface AssetMonthRow {
  readonly plan: string;
  readonly component: string | null;
  readonly opportunity_id: string | null;
  readonly deal_type: string | null;
  /** Its first day. */
  readonly month: PlainDate;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly expensed_cents: number;
  readonly currency: string;
}

/** A row of `commission_asset`. */
export interface AssetRow {
  readonly plan: string;
  readonly component: string;
  readonly opportunity_id: string;
  readonly deal_type: string | null;
  readonly starts_on: PlainDate;
  readonly ends_on: PlainDate;
  readonly months: number;
  readonly ended_on: PlainDate | null;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly currency: string;
}

/** A row of `commission_rollforward`. */
export interface RollForwardRow {
  readonly period: string;
  readonly period_start: PlainDate;
  readonly deal_type: string;
  readonly opening_cents: number;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly expensed_cents: number;
  readonly currency: string;
}

/** A row of `commission_accrual`. */
export interface AccrualRow {
  readonly period: string;
  readonly period_start: PlainDate;
  readonly opening_cents: number;
  readonly earned_cents: number;
  readonly guaranteed_cents: number;
  readonly settled_cents: number;
  readonly closing_cents: number;
  readonly advance_opening_cents: number;
  readonly advanced_cents: number;
  readonly recovered_cents: number;
  readonly advance_closing_cents: number;
  readonly paid_cents: number;
  readonly currency: string;
}

/** A row of `commission_amortisation`. */
export interface AmortisationRow {
  readonly month: PlainDate;
  readonly deal_type: string;
  readonly amortised_cents: number;
  readonly currency: string;
}
