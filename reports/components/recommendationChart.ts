import * as Plot from "npm:@observablehq/plot";
import { formatMoney } from "../src/format.js";
import { ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import { repLines, repRange } from "./repLines.js";

export interface RecommendationRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly team_id: string | null;
  readonly quota_cents: number;
  /** Null, as the range and the odds, where the total was split evenly. */
  readonly expected_cents: number | null;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
  readonly attainment_probability: number | null;
  /** Null where the total was split evenly. */
  readonly allocator_even_cents: number | null;
  readonly allocator_prior_year_cents: number | null;
  readonly allocator_trailing_cents: number | null;
  readonly allocator_potential_cents: number | null;
  readonly held_by: string | null;
  readonly reasons: string;
  readonly current_quota_cents: number | null;
}

/** Each rep's expected bookings with their 80 % range, and the recommended quota on it. */
export function recommendationChart(
  rows: readonly RecommendationRow[],
  { currency_digits }: Money,
  width: number,
): Element {
  const expected = expectedMarks(rows.filter(isExpected), 10 ** currency_digits);
  const marks = [...expected, quotaMark(rows, currency_digits)];
  return repLines(rows, { tickFormat: moneyTick, marks }, width);
}

type ExpectedRow = RecommendationRow & {
  readonly expected_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
};

const isExpected = (row: RecommendationRow): row is ExpectedRow => row.expected_cents !== null;

function expectedMarks(rows: readonly ExpectedRow[], scale: number) {
  return [
    repRange(rows, {
      x1: (row) => row.lower_80_cents / scale,
      x2: (row) => row.upper_80_cents / scale,
    }),
    Plot.dot(rows, { y: "rep_id", x: (row) => row.expected_cents / scale, fill: ink.now, r: 4 }),
  ];
}

const quotaMark = (rows: readonly RecommendationRow[], digits: number) =>
  Plot.dot(rows, {
    y: "rep_id",
    x: (row) => row.quota_cents / 10 ** digits,
    symbol: "diamond",
    fill: ink.target,
    r: 5,
    title: (row) => tipOf(row, digits),
    tip: true,
  });

function tipOf(row: RecommendationRow, digits: number): string {
  const read = (cents: number) => formatMoney(cents, digits);
  const expected = isExpected(row)
    ? [
        `expected ${read(row.expected_cents)}`,
        `80 %: ${read(row.lower_80_cents)} to ${read(row.upper_80_cents)}`,
      ]
    : [];
  return [row.rep, `quota ${read(row.quota_cents)}`, ...expected].join("\n");
}
