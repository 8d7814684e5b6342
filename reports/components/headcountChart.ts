import * as Plot from "npm:@observablehq/plot";
import { formatMonth } from "../src/format.js";
import { monthAxis } from "./capacityChart.js";
import type { CapacityRow } from "./capacityRows.js";
import { drawing, ink } from "./plotting.js";

/** Who is there by month, and how many ramped reps they are worth. */
export function headcountChart(rows: readonly CapacityRow[], width: number): Element {
  const tip = (row: CapacityRow) =>
    `${formatMonth(row.period_start)}\n${row.headcount.toFixed(1)} reps, ${row.ramped.toFixed(1)} by their ramp`;
  return drawing(width, {
    height: 240,
    marginBottom: 44,
    x: monthAxis(width),
    y: { label: "reps", grid: true, zero: true, nice: true, ticks: 4 },
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.barY(rows, {
        x: "period_start",
        y: "headcount",
        fill: ink.before,
        fillOpacity: 0.4,
        title: tip,
        tip: true,
      }),
      Plot.barY(rows, {
        x: "period_start",
        y: "ramped",
        fill: ink.now,
        insetLeft: 6,
        insetRight: 6,
      }),
    ],
  });
}
