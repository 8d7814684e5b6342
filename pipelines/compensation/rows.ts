import type { PlainDate } from "../../src/calendar.ts";

/** Rows of the tables that pay is settled from; money in whole minor units of the company's currency. */
export interface DealRow {
  readonly opportunity_id: string;
  readonly line_id: string | null;
  readonly account_id: string | null;
  readonly rep_id: string | null;
  readonly close_date: PlainDate;
  readonly deal_type: string | null;
  readonly product: string | null;
  readonly bookings_cents: number;
  /** As it was sold. */
  readonly currency: string | null;
  readonly amount_minor: number | null;
  readonly amount_cents: number | null;
  /** What the deal's bookings are shared out over its lines by. */
  readonly weight: number;
  readonly quantity: number | null;
  readonly invoiced_on: PlainDate | null;
  readonly is_first_deal: boolean;
  readonly source_file: string | null;
  readonly source_line: number | null;
}

export interface PaymentRow {
  readonly opportunity_id: string;
  readonly paid_on: PlainDate;
  readonly paid_cents: number;
}

export interface RefundRow {
  readonly refund_id: string;
  readonly opportunity_id: string;
  readonly issued_on: PlainDate;
  readonly refunded_cents: number;
}

export interface ShareRow {
  readonly opportunity_id: string;
  readonly rep_id: string;
  /** Who is written in plans/splits.csv, known or not; null of a share that the CRM tells. */
  readonly person_id: string | null;
  readonly role: "split" | "overlay";
  readonly credit_rate: number;
  readonly pay_rate: number;
  /** Where the share is written. */
  readonly source_file: string | null;
  readonly source_line: number | null;
}

interface OverlayRow {
  readonly opportunity_id: string;
  readonly rep_id: string;
}

export interface TerritoryRow {
  readonly account_id: string;
  readonly rep_id: string | null;
}

/** A person's place in the organisation; `valid_to` is the first day on which it is another. */
export interface AssignmentRow {
  readonly rep_id: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly role: string | null;
  readonly manager_id: string | null;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
}

/** The days from a hire until leaving; null where nobody knows, or who is there hasn't left. */
export interface StintRow {
  readonly rep_id: string;
  readonly hired_on: PlainDate | null;
  readonly left_on: PlainDate | null;
}

export interface PersonRow {
  readonly person_id: string;
}

export interface PlaceRow {
  readonly role: string | null;
  readonly team_id: string;
}

export interface ProductRow {
  readonly name: string;
}

/** On-target earnings of a year in the person's own currency, and the share of it that varies. */
export interface PayRow {
  readonly rep_id: string;
  readonly on_target_earnings_minor: number | null;
  readonly variable_share_rate: number | null;
  readonly currency: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
}

/** How many of a currency one of the company's is worth; `valid_to` is the first day of the next rate. */
export interface RateRow {
  readonly currency: string;
  readonly per_company_currency: number;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
}

export interface QuotaRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly measure: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly quota_cents: number;
  /** The first day on which there was one, by its first row. */
  readonly begins_on: PlainDate;
}

/** Somebody's level of a period, in its own unit: a share, a count, money in major units. */
export interface LevelRow {
  readonly measure: string;
  readonly rep_id: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly value: number;
}

/** All that pay is settled from. */
export interface PayInputs {
  readonly deals: readonly DealRow[];
  readonly payments: readonly PaymentRow[];
  readonly refunds: readonly RefundRow[];
  readonly shares: readonly ShareRow[];
  readonly overlays: readonly OverlayRow[];
  readonly territories: readonly TerritoryRow[];
  readonly assignments: readonly AssignmentRow[];
  /** In order of days; whom the roster doesn't have has none. */
  readonly stints: readonly StintRow[];
  /** Everybody who was ever recorded. */
  readonly people: readonly PersonRow[];
  /** Where somebody was ever recorded. */
  readonly places: readonly PlaceRow[];
  readonly products: readonly ProductRow[];
  readonly pay: readonly PayRow[];
  readonly quotas: readonly QuotaRow[];
  readonly rates: readonly RateRow[];
  readonly levels: readonly LevelRow[];
}
