import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatMonth } from "../src/format.js";
import type { CapacityRow } from "./capacityRows.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** What reps can book by month, with the quotas they carry and the target. */
export function capacityChart(
  rows: readonly CapacityRow[],
  { currency, currency_digits }: Money,
  width: number,
): Element {
  const amount = (of: (row: CapacityRow) => number) => (row: CapacityRow) =>
    of(row) / 10 ** currency_digits;
  const target = amount((row) => row.target_cents);
  return drawing(width, {
    marginBottom: 44,
    x: monthAxis(width),
    y: moneyAxis(currency),
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.barY(rows, {
        x: "period_start",
        y: amount((row) => row.capacity_cents),
        fill: ink.now,
        fillOpacity: 0.75,
        insetLeft: 3,
        insetRight: 3,
        title: (row: CapacityRow) => tipOf(row, currency_digits),
        tip: true,
      }),
      Plot.tickY(rows, { x: "period_start", y: target, stroke: ink.target, strokeWidth: 3 }),
      Plot.dot(rows, {
        x: "period_start",
        y: amount((row) => row.deployed_cents),
        fill: ink.before,
        stroke: "var(--page)",
        r: 4,
      }),
    ],
  });
}

/** Months as `Feb`, every second one where there is little room. */
export const monthAxis = (width: number): Plot.ScaleOptions => ({
  type: "band",
  label: null,
  tickFormat: (date: string) =>
    width < 520 && Number(date.slice(5, 7)) % 2 === 1 ? "" : formatMonth(date).slice(0, 3),
});

const tipOf = (row: CapacityRow, digits: number) =>
  [
    formatMonth(row.period_start),
    `can book ${formatMoney(row.capacity_cents, digits)}`,
    `quota carried ${formatMoney(row.deployed_cents, digits)}`,
    `target ${formatMoney(row.target_cents, digits)}`,
  ].join("\n");
