import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import type { HeldRow } from "./accuracyRows.js";
import { drawing, ink } from "./plotting.js";

/** How often each range held on how often it says it does; on the line it does as it says. */
export function calibrationChart(rows: readonly HeldRow[], width: number): Element {
  const share = { grid: true, tickFormat: formatRate } as const;
  const said = (row: HeldRow) => row.level / 100;
  return drawing(width, {
    height: width < 520 ? 300 : 360,
    marginRight: 40,
    marginBottom: 44,
    x: { ...share, domain: [0.4, 1], label: "should hold", ticks: [0.5, 0.8, 0.95] },
    y: { ...share, domain: [0, 1], label: "held", ticks: 5 },
    marks: [
      Plot.line([0.4, 1], {
        x: (v: number) => v,
        y: (v: number) => v,
        stroke: ink.target,
        strokeDasharray: "6 4",
      }),
      Plot.ruleX(rows, {
        x: said,
        y1: "lower",
        y2: "upper",
        stroke: ink.now,
        strokeWidth: 4,
        strokeOpacity: 0.35,
      }),
      Plot.dot(rows, {
        x: said,
        y: (row: HeldRow) => row.held / row.n,
        fill: ink.now,
        r: 5.5,
        tip: true,
        title: tipOf,
      }),
      Plot.text(rows, {
        x: said,
        y: (row: HeldRow) => row.held / row.n,
        text: (row: HeldRow) => formatRate(row.held / row.n),
        textAnchor: "end",
        dx: -12,
        fill: ink.text,
        stroke: "var(--page)",
        strokeWidth: 4,
      }),
    ],
  });
}

const tipOf = (row: HeldRow) =>
  [
    `${row.level} % range`,
    `held ${row.held} of ${formatPlural(row.n, "forecast")} (${formatRate(row.held / row.n)})`,
    `95 % range of that share: ${formatRate(row.lower)} to ${formatRate(row.upper)}`,
  ].join("\n");
