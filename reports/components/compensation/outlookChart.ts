import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod } from "../../src/format.js";
import { drawing, ink, moneyAxis } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import { budgetTicks, quarterAxis, quarterMargins } from "./quarterMarks.js";
import type { OutlookRow } from "./rows.js";

/** Pay by quarter of the running year: earned, forecast with its range, and budget. */
export function outlookChart(
  rows: readonly OutlookRow[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const scale = 10 ** digits;
  const bar = (of: (row: OutlookRow) => number, fillOpacity: number) =>
    Plot.barY(rows, {
      x: "label",
      y: (row: OutlookRow) => of(row) / scale,
      fill: ink.now,
      fillOpacity,
      insetLeft: 6,
      insetRight: 6,
    });
  return drawing(width, {
    ...quarterMargins,
    x: quarterAxis,
    y: moneyAxis(currency),
    marks: [
      bar((row) => row.expected_cents, 0.35),
      bar((row) => row.earned_cents, 0.8),
      ranges(rows, scale),
      budgetTicks(rows, scale),
      Plot.tip(
        rows,
        Plot.pointerX({
          x: "label",
          y: (row: OutlookRow) => row.expected_cents / scale,
          title: (row: OutlookRow) => tipOf(row, digits),
        }),
      ),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

const ranges = (rows: readonly OutlookRow[], scale: number) =>
  Plot.ruleX(
    rows.filter((row) => row.lower_80_cents !== null),
    {
      x: "label",
      y1: (row: OutlookRow) => (row.lower_80_cents ?? 0) / scale,
      y2: (row: OutlookRow) => (row.upper_80_cents ?? 0) / scale,
      stroke: ink.now,
      strokeWidth: 2,
    },
  );

function tipOf(row: OutlookRow, digits: number): string {
  const money = (cents: number) => formatMoney(cents, digits);
  const { lower_80_cents: lower, upper_80_cents: upper, budget_cents: budget } = row;
  return [
    formatPeriod(row.label),
    `earned ${money(row.earned_cents)}`,
    lower === null || upper === null
      ? null
      : `forecast ${money(row.expected_cents)} (${money(lower)} to ${money(upper)})`,
    budget === null ? null : `budget ${money(budget)}`,
  ]
    .filter((line) => line !== null)
    .join("\n");
}
