import * as Plot from "npm:@observablehq/plot";
import { formatMoney } from "../src/format.js";
import { drawing, ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";

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
  const narrow = width < 520;
  return drawing(width, {
    height: 60 + rows.length * (narrow ? 16 : 18),
    marginLeft: narrow ? 112 : 150,
    marginRight: 16,
    x: { label: null, axis: "top", grid: true, ticks: narrow ? 3 : 6, tickFormat: moneyTick },
    y: {
      label: null,
      domain: rows.map((row) => row.rep_id),
      tickSize: 0,
      tickFormat: nameOf(rows),
    },
    marks: [
      ...expectedMarks(rows.filter(isExpected), 10 ** currency_digits),
      quotaMark(rows, currency_digits),
    ],
  });
}

type ExpectedRow = RecommendationRow & {
  readonly expected_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
};

const isExpected = (row: RecommendationRow): row is ExpectedRow => row.expected_cents !== null;

function expectedMarks(rows: readonly ExpectedRow[], scale: number) {
  return [
    Plot.ruleY(rows, {
      y: "rep_id",
      x1: (row) => row.lower_80_cents / scale,
      x2: (row) => row.upper_80_cents / scale,
      stroke: ink.now,
      strokeOpacity: 0.35,
      strokeWidth: 5,
    }),
    Plot.dot(rows, {
      y: "rep_id",
      x: (row) => row.expected_cents / scale,
      fill: ink.now,
      r: 3.5,
    }),
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

function nameOf(rows: readonly RecommendationRow[]) {
  const names = new Map(rows.map((row) => [row.rep_id, row.rep]));
  return (rep_id: string) => names.get(rep_id) ?? rep_id;
}
