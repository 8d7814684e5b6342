import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatFineRate, formatRate } from "../src/format.js";
import { drawing, ink } from "./plotting.js";

/** A tenth of the chances given before, and what came of them. */
export interface DealDecile {
  readonly horizon: "quarter" | "year";
  readonly decile: number;
  readonly count_chances: number;
  readonly count_deals: number;
  readonly mean_rate: number;
  readonly won_count: number;
  readonly won_rate: number;
  readonly lower_rate: number;
  readonly upper_rate: number;
}

/** The share that was won on the chance that was given: on the line chances are right. */
export function dealCalibrationChart(rows: readonly DealDecile[], width: number): Element {
  const share = { domain: [0, 1], grid: true, tickFormat: formatRate, ticks: 5 } as const;
  const place = { x: "mean_rate", y: "won_rate" } as const;
  return drawing(width, {
    height: width < 520 ? 320 : 420,
    marginRight: 24,
    marginBottom: 44,
    x: { ...share, label: "chance given" },
    y: { ...share, label: "won" },
    marks: [
      Plot.line([0, 1], {
        x: (v: number) => v,
        y: (v: number) => v,
        stroke: ink.target,
        strokeDasharray: "6 4",
      }),
      Plot.ruleX(rows, {
        x: "mean_rate",
        y1: "lower_rate",
        y2: "upper_rate",
        stroke: ink.now,
        strokeWidth: 4,
        strokeOpacity: 0.35,
      }),
      Plot.dot(rows, { ...place, r: 5, fill: ink.now, title: tipOf, tip: true }),
    ],
  });
}

const tipOf = (row: DealDecile) =>
  [
    `chance of ${formatFineRate(row.mean_rate)} given, ${formatFineRate(row.won_rate)} won`,
    `${formatCount(row.won_count)} of ${formatCount(row.count_chances)} chances, ${formatCount(row.count_deals)} deals`,
    `95 % range of that share: ${formatFineRate(row.lower_rate)} to ${formatFineRate(row.upper_rate)}`,
  ].join("\n");
