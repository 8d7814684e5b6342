import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { drawing, ink } from "./plotting.js";
import type { ReliabilityRow } from "./quotaRows.js";

/** How many quotas were attained by what their odds had said; on the line they do as they say. */
export function reliabilityChart(rows: readonly ReliabilityRow[], width: number): Element {
  const share = { domain: [0, 1], grid: true, tickFormat: formatRate, ticks: 5 } as const;
  const tip = (row: ReliabilityRow) =>
    [
      `${formatPlural(row.count_quotas, "quota")} with odds about ${formatRate(row.expected_share)}`,
      `${formatRate(row.attained_share)} attained`,
      `95 % range ${formatRate(row.lower_95)} to ${formatRate(row.upper_95)}`,
    ].join("\n");
  return drawing(width, {
    height: width < 520 ? 300 : 360,
    marginBottom: 44,
    marginRight: 40,
    x: { ...share, label: "odds when the period began" },
    y: { ...share, label: "attained" },
    marks: [
      Plot.line([0, 1], {
        x: (value: number) => value,
        y: (value: number) => value,
        stroke: ink.target,
        strokeDasharray: "6 4",
      }),
      Plot.ruleX(rows, {
        x: "expected_share",
        y1: "lower_95",
        y2: "upper_95",
        stroke: ink.now,
        strokeWidth: 4,
        strokeOpacity: 0.35,
      }),
      Plot.dot(rows, {
        x: "expected_share",
        y: "attained_share",
        fill: ink.now,
        r: 5,
        tip: true,
        title: tip,
      }),
    ],
  });
}
