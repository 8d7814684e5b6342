import type { PlainDate } from "../../src/calendar.ts";

/** Rows of the tables that quotas are recommended from; money in whole minor units. */
export interface RepMonthRow {
  readonly rep_id: string;
  readonly period_start: PlainDate | null;
  readonly role: string | null;
  readonly is_active: boolean;
  readonly hired_on: PlainDate | null;
  readonly left_on: PlainDate | null;
  readonly bookings_cents: number;
}

export interface CellRow {
  readonly cell_id: number;
  readonly month_number: number;
  readonly role: string;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly size_band: number | null;
  readonly history_band: number | null;
  readonly is_lapsed: boolean;
  readonly count_accounts: number;
  readonly after_cents: number;
  /** Of whole major units. */
  readonly after_squares: number;
}

export interface TerritoryRow {
  readonly rep_id: string;
  readonly month_number: number;
  readonly count_accounts: number;
  readonly potential_cents: number;
  readonly expected_cents: number;
  readonly pipeline_cents: number | null;
}

export interface SetRow {
  readonly rep_id: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly month_number: number;
  readonly count_months: number;
  readonly quota_cents: number;
}

export interface SellerRow {
  readonly rep_id: string;
  readonly name: string | null;
  readonly role: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly service_months: number | null;
  readonly prior_quota_cents: number | null;
  readonly on_target_earnings_cents: number | null;
}

export interface TargetRow {
  readonly year_start: PlainDate;
  readonly period_start: PlainDate;
  readonly planned_cents: number | null;
  readonly forecast_cents: number | null;
}

export interface OutlookRow {
  readonly place: number;
  readonly mean_cents: number | null;
  readonly carried_rate: number;
}

/** The company's forecast of a quarter of the planned year, or of the year. */
export interface RangeRow {
  readonly period: string;
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
}

export interface SeasonRow {
  readonly year_start: PlainDate;
  readonly bookings_cents: number;
}

export interface TraitRow {
  readonly rep_id: string;
  readonly potential_index: number | null;
  readonly tenure_years: number | null;
  readonly region_id: string;
  readonly team_id: string;
  readonly manager_id: string | null;
}

export interface AccountRow {
  readonly account_id: string;
  readonly rep_id: string;
  readonly expected_cents: number;
}
