import type { Table } from "apache-arrow";
import { columnar } from "../columnar.ts";

export interface PairRow {
  readonly span: string;
  readonly scope: string;
  readonly dimension: string;
  readonly value: string;
  readonly other_dimension: string;
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

/** Pairs of values column by column. */
export const pairTable = (rows: readonly PairRow[]): Table =>
  columnar(rows, {
    span: "word",
    scope: "word",
    dimension: "word",
    value: "word",
    other_dimension: "word",
    other_value: "word",
    won_count: "number",
    lost_count: "number",
    few_count: "number",
    rate: "number",
    lower: "number",
    upper: "number",
    pooled: "number",
    won_amount_cents: "number",
    activity_count: "number",
  });
