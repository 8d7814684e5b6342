/** Rows of `compensation.json`; money in whole minor units. */
export interface QuarterRow {
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly people: number;
  readonly earned_cents: number;
  readonly budget_cents: number | null;
  readonly bookings_cents: number | null;
  readonly effective_rate: number | null;
}

/** A quarter of the running year, or the year; no range where it is over. */
export interface OutlookRow {
  readonly period: "quarter" | "year";
  readonly label: string;
  readonly earned_cents: number;
  readonly expected_cents: number;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
  readonly budget_cents: number | null;
}

/** Somebody whose pay isn't forecast from a period on, since a component has no quota for it. */
export interface UnquotedRow {
  readonly rep: string;
  readonly team_id: string | null;
  readonly plan: string;
  readonly component: string;
  readonly label: string | null;
}

/** What a scenario's year costs, beside its target and the bookings that are expected. */
export interface PricedRow {
  /** The planned year. */
  readonly label: string;
  readonly scenario: string;
  readonly people: number;
  readonly target_cents: number;
  readonly bookings_cents: number;
  readonly expected_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly effective_rate: number | null;
}

export interface MixRow {
  readonly role: string;
  readonly people: number;
  readonly target_cents: number;
  readonly variable_cents: number;
  readonly variable_rate: number | null;
}

export interface MonthRow {
  readonly period_start: string;
  readonly earned_cents: number;
  readonly due_cents: number;
  readonly accrued_cents: number;
  readonly budget_cents: number | null;
  /** What of its quarter's budget is earned by its end. */
  readonly quarter_budget_rate: number | null;
}

export interface TeamRow {
  readonly label: string;
  readonly team: string;
  readonly people: number;
  readonly earned_cents: number;
  readonly bookings_cents: number;
  readonly effective_rate: number | null;
}

export interface ComponentRow {
  readonly label: string;
  readonly role: string;
  readonly component: string;
  readonly people: number;
  readonly amount_cents: number;
}

/** People by tenths of attainment: the middle of the band, and their median payout. */
export interface PayoutRow {
  readonly label: string;
  readonly attainment: number;
  readonly people: number;
  readonly payout: number;
}

export interface NearRow {
  readonly rep: string;
  readonly team_id: string | null;
  readonly component: string;
  readonly label: string;
  readonly attainment: number;
  readonly next_tier: number;
  /** Of quota. */
  readonly missing: number;
}
