import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatRate } from "../src/format.js";
import { drawing, ink } from "./plotting.js";

export interface AttainmentRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly team_id: string | null;
  readonly label: string;
  readonly is_complete: boolean;
  readonly attainment: number | null;
  readonly booked_cents: number | null;
  readonly quota_cents: number;
}

/** Every rep's attainment, highest first, against quota at 100 %. */
export function attainmentChart(
  rows: readonly AttainmentRow[],
  digits: number,
  width: number,
): Element {
  const shown = rows.filter((row) => row.attainment !== null);
  return drawing(width, {
    height: width < 520 ? 260 : 300,
    marginRight: 24,
    marginBottom: 20,
    x: { axis: null, padding: 0.25 },
    y: { label: "of quota", grid: true, tickFormat: formatRate, ticks: 5, zero: true },
    marks: [
      Plot.barY(shown, {
        x: "rep_id",
        y: "attainment",
        sort: { x: "-y" },
        fill: (row) => ((row.attainment ?? 0) >= 1 ? ink.now : ink.before),
        title: (row) =>
          [
            row.rep,
            row.team_id,
            `${formatRate(row.attainment)} of quota`,
            `${formatMoney(row.booked_cents, digits)} of ${formatMoney(row.quota_cents, digits)}`,
          ].join("\n"),
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.ruleY([1], { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.text(["Quota"], {
        frameAnchor: "right",
        y: 1,
        dy: -9,
        fill: ink.target,
        fontWeight: 600,
      }),
    ],
  });
}
