import {
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";

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

const words = ["span", "scope", "dimension", "value", "other_dimension", "other_value"] as const;
const numbers = [
  "won_count",
  "lost_count",
  "few_count",
  "rate",
  "lower",
  "upper",
  "pooled",
  "won_amount_cents",
  "activity_count",
] as const;

/** Pairs of values column by column, text as dictionaries of a fixed id each. */
export function pairTable(rows: readonly PairRow[]): Table {
  const columns: Record<string, Vector> = {};
  for (const [id, name] of words.entries()) {
    const values = rows.map((row) => row[name]);
    columns[name] = vectorFromArray(values, new Dictionary(new Utf8(), new Int32(), id));
  }
  for (const name of numbers) {
    const values = rows.map((row) => row[name]);
    columns[name] = vectorFromArray(values, new Float64());
  }
  return new Table(columns);
}
