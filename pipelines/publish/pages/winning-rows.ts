/** Rows that the page on where deals are won is drawn from. */

export interface BoardRow {
  readonly span: string;
  readonly scope: string;
  readonly starts: string;
  readonly ends: string;
  readonly quarters: number | null;
  readonly won_count: number;
  readonly lost_count: number;
}

/** What rows are compared in: a span and a scope. */
export interface OnBoard {
  readonly span: string;
  readonly scope: string;
}

export interface ValueRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly status: string;
  readonly won_count: number;
  readonly lost_count: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly probability: number | null;
  readonly odds_ratio: number | null;
  readonly adjusted_probability: number | null;
  readonly is_separable: boolean | null;
}

export interface YieldRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly measure: string;
  readonly effort_rate: number;
  readonly value_rate: number;
  readonly yield: number;
  readonly yield_lower: number | null;
  readonly yield_upper: number | null;
  readonly probability: number | null;
}

export interface StageRow extends OnBoard {
  readonly stage: string;
  readonly days_rate: number | null;
  readonly lost_rate: number | null;
}

export interface LossRow extends OnBoard {
  readonly explanation: string;
  readonly value: string;
  readonly label: string;
  readonly count_rate: number;
}

export interface WinningTables {
  readonly boards: readonly BoardRow[];
  readonly values: readonly ValueRow[];
  readonly yields: readonly YieldRow[];
  readonly stages: readonly StageRow[];
  readonly losses: readonly LossRow[];
  readonly absent: readonly string[];
}
