/** Rows of `accounting.json`; money in whole minor units. */
export interface BookRow {
  readonly period: "month" | "quarter" | "year";
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  /** `all`, the type of a deal, `none`, or `other` for several types together. */
  readonly deal_type: string;
  readonly opening_cents: number;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly expensed_cents: number;
}

export interface AccruedRow {
  readonly period: BookRow["period"];
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly opening_cents: number;
  readonly earned_cents: number;
  readonly paid_cents: number;
  readonly closing_cents: number;
  /** What was paid in advance and is owed; null where it is set off against what is earned. */
  readonly advance_cents: number | null;
}

export interface AheadRow {
  readonly label: string;
  readonly amortised_cents: number;
}
