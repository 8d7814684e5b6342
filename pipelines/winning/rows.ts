/** Rows of the marts that estimates are made from, as the warehouse gives them. */

/** What deals are compared in: a span of time and a scope, all deals or one type of them. */
export interface Board {
  readonly span: string;
  readonly scope: string;
}

export interface CellRow extends Board {
  readonly dimension: string;
  readonly value: string;
  readonly won_count: number;
  readonly lost_count: number;
  readonly open_count: number;
  readonly won_amount_cents: number | null;
  readonly won_amount_count: number;
  readonly size_sum: number | null;
  readonly size_squares: number | null;
  readonly size_cubes: number | null;
  readonly cycle_count: number;
  readonly cycle_days: number | null;
  readonly cycle_squares: number | null;
  readonly cycle_cubes: number | null;
}

export interface EffortRow extends Board {
  readonly dimension: string;
  readonly value: string;
  readonly measure: string;
  readonly deals: number;
  readonly won_deals: number;
  readonly won_cents: number;
  readonly effort: number;
  readonly won_won: number;
  readonly won_effort: number;
  readonly effort_effort: number;
  readonly won_account_won: number;
  readonly won_account_effort: number;
  readonly effort_account_won: number;
  readonly effort_account_effort: number;
}

export interface BoardRow extends Board {
  readonly won_count: number;
  readonly lost_count: number;
  readonly won_won: number;
  readonly won_lost: number;
  readonly lost_lost: number;
}

export interface PairRow extends Board {
  readonly dimension: string;
  readonly value: string;
  readonly other_dimension: string;
  readonly other_value: string;
  readonly won_count: number;
  readonly lost_count: number;
}

/** A row of `win_pattern`: a value for each dimension, and its counts. */
export type PatternRow = Board & {
  readonly won_count: number;
  readonly lost_count: number;
} & Readonly<Record<(typeof modelled)[number], string>>;

/** The dimensions that the model holds fixed; a country lies within its region. */
export const modelled = [
  "segment",
  "industry",
  "employees",
  "lead_source",
  "region",
  "deal_type",
  "product",
] as const;

/** Countries are told of and not tested: their regions are. */
export const isTested = (dimension: string): boolean =>
  (modelled as readonly string[]).includes(dimension);

/** What a deal with several products has in a pattern: its products can't be held fixed. */
export const severalProducts = "several";
