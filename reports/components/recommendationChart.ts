import * as Plot from "npm:@observablehq/plot";
import { formatMoney } from "../src/format.js";
import { drawing, ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";

export interface RecommendationRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly team_id: string | null;
  readonly quota_cents: number;
  readonly expected_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly attainment_probability: number | null;
  readonly reasons: string;
  readonly current_quota_cents: number | null;
}

/** Each rep's expected bookings with their 80 % range, and the recommended quota on it. */
export function recommendationChart(
  rows: readonly RecommendationRow[],
  { currency_digits }: Money,
  width: number,
): Element {
  const amount = (cents: number) => cents / 10 ** currency_digits;
  const read = (cents: number) => formatMoney(cents, currency_digits);
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
      Plot.ruleY(rows, {
        y: "rep_id",
        x1: (row) => amount(row.lower_80_cents),
        x2: (row) => amount(row.upper_80_cents),
        stroke: ink.now,
        strokeOpacity: 0.35,
        strokeWidth: 5,
      }),
      Plot.dot(rows, {
        y: "rep_id",
        x: (row) => amount(row.expected_cents),
        fill: ink.now,
        r: 3.5,
      }),
      Plot.dot(rows, {
        y: "rep_id",
        x: (row) => amount(row.quota_cents),
        symbol: "diamond",
        fill: ink.target,
        r: 5,
        title: (row) =>
          `${row.rep}\nquota ${read(row.quota_cents)}\nexpected ${read(row.expected_cents)}\n80 %: ${read(row.lower_80_cents)} to ${read(row.upper_80_cents)}`,
        tip: true,
      }),
    ],
  });
}

function nameOf(rows: readonly RecommendationRow[]) {
  const names = new Map(rows.map((row) => [row.rep_id, row.rep]));
  return (rep_id: string) => names.get(rep_id) ?? rep_id;
}
