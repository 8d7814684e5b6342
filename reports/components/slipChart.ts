import * as Plot from "npm:@observablehq/plot";
import { formatPeriod, formatRate } from "../src/format.js";
import { endLabels } from "./endLabels.js";
import { day, drawing, ink } from "./plotting.js";

/** The company's shares of deals that slipped and were pushed in a complete quarter. */
export interface SlipRow {
  readonly label: string;
  readonly period_start: string;
  readonly slip_rate: number | null;
  readonly count_slipped: number | null;
  readonly count_called: number | null;
  readonly push_rate: number | null;
  readonly count_pushed: number | null;
  readonly count_dated: number | null;
  readonly push_rate_value: number | null;
}

interface Point {
  readonly on: Date;
  readonly share: number;
  readonly label: string;
}

/** Slipped and pushed deals by quarter, as shares. */
export function slipChart(rows: readonly SlipRow[], width: number): Element {
  const pushed = pointsOf(rows, "pushed", (row) => row.push_rate);
  const slipped = pointsOf(rows, "slipped", (row) => row.slip_rate);
  const top = Math.max(0, ...[...pushed, ...slipped].map(({ share }) => share));
  const ends = [...endOf(pushed, "Pushed", ink.now), ...endOf(slipped, "Slipped", ink.target)];
  const edge = day(rows.at(-1)?.period_start ?? "2000-01-01");
  return drawing(width, {
    height: 260,
    marginRight: width < 520 ? 72 : 96,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: { label: "of deals", grid: true, ticks: 5, tickFormat: formatRate, zero: true, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      ...lineOf(pushed, ink.now),
      ...lineOf(slipped, ink.target),
      ...endLabels(ends, edge, { top, height: 200 }),
    ],
  });
}

const lineOf = (points: readonly Point[], stroke: string) => [
  Plot.lineY(points, { x: "on", y: "share", stroke, strokeWidth: 2 }),
  Plot.dot(points, { x: "on", y: "share", fill: stroke, r: 3.5, title: "label", tip: true }),
];

function pointsOf(
  rows: readonly SlipRow[],
  what: string,
  shareOf: (row: SlipRow) => number | null,
): Point[] {
  return rows.flatMap((row) => {
    const share = shareOf(row);
    if (share === null) return [];
    const label = `${formatPeriod(row.label)}\n${formatRate(share)} ${what}`;
    return [{ on: day(row.period_start), share, label }];
  });
}

function endOf(points: readonly Point[], name: string, fill: string) {
  const last = points.at(-1);
  return last ? [{ amount: last.share, name: `${name}\n${formatRate(last.share)}`, fill }] : [];
}
