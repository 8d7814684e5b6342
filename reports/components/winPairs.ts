import { formatRate } from "../src/format.js";
import { type Column, count, money, rate, text } from "./column.js";
import type { Money } from "./quarterChart.js";
import { span } from "./winColumns.js";
import type { OnBoard } from "./winRows.js";

export interface PairRow extends OnBoard {
  readonly value: string;
  readonly other_value: string;
  readonly won_count: number;
  readonly lost_count: number;
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly pooled: number | null;
  readonly won_amount_cents: number | null;
  readonly activity_count: number | null;
  readonly few_count: number;
}

export const pairColumns = (
  headings: readonly [string, string],
  { currency_digits }: Money,
): Column<PairRow>[] => [
  text(headings[0], (row) => row.value),
  text(headings[1], (row) => row.other_value),
  count("Decided", (row) => row.won_count + row.lost_count),
  count("Won", (row) => row.won_count),
  rate("Win rate", (row) => row.rate),
  span("95 % range", (row) => [row.lower, row.upper], formatRate),
  rate("Win rate, adjusted for few deals", (row) => row.pooled),
  money("Won amount", (row) => row.won_amount_cents, currency_digits),
  count("Activities", (row) => row.activity_count),
];
