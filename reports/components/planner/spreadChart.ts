import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../../src/format.js";
import { drawing, ink } from "../plotting.js";
import type { SpreadRow } from "./planRows.js";

/** How many reps are expected at which attainment, before and after. */
export function spreadChart(rows: readonly SpreadRow[], width: number): Element {
  const narrow = width < 520;
  const middle = ({ from, to }: SpreadRow) => (from + to) / 2;
  const reps = (row: SpreadRow) => row.reps;
  const tip = ({ from, reps: count, isBefore }: SpreadRow) =>
    `${count.toFixed(1)} reps at ${from >= 2 ? "200 % and more" : `${formatRate(from)} to ${formatRate(from + 0.1)}`}${isBefore ? ", before" : ""}`;
  const now = rows.filter(({ isBefore }) => !isBefore);
  const before = rows.filter(({ isBefore }) => isBefore);
  return drawing(width, {
    marginBottom: 44,
    marginRight: 16,
    x: {
      label: "attainment of quota",
      domain: [0, 2.1],
      tickFormat: (share: number) => (share >= 2 ? "200 % +" : formatRate(share)),
      ticks: narrow ? 4 : 8,
    },
    y: { label: "reps expected", grid: true, ticks: 5, zero: true },
    marks: [
      Plot.rectY(now, {
        x1: "from",
        x2: "to",
        y: reps,
        fill: ink.now,
        fillOpacity: 0.75,
        insetLeft: 1,
        insetRight: 1,
        title: tip,
        tip: true,
      }),
      Plot.line(before, {
        x: middle,
        y: reps,
        stroke: ink.before,
        strokeWidth: 2.5,
        curve: "monotone-x",
      }),
      Plot.ruleX([1], { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}
