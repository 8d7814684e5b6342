import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../../src/format.js";
import { drawing, ink, wrapped } from "../plotting.js";
import type { FairRow } from "./planRows.js";

const factors: Readonly<Record<FairRow["factor"], string>> = {
  region: "Region",
  team: "Team",
  role: "Role",
  tenure: "Tenure",
  potential: "Potential",
};

/** Mean odds of reps who are alike, with those of the least and the most likely of them. */
export function groupOddsChart(rows: readonly FairRow[], width: number): Element {
  const narrow = width < 520;
  const name = ({ factor, group }: FairRow) => `${factors[factor]}: ${group}`;
  return drawing(width, {
    height: 76 + rows.length * 24,
    marginLeft: narrow ? 132 : 240,
    marginRight: 24,
    marginBottom: 44,
    x: {
      label: "odds of attaining the quota",
      domain: [0, 1],
      tickFormat: formatRate,
      grid: true,
      ticks: narrow ? 3 : 6,
    },
    y: {
      label: null,
      domain: rows.map(name),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 19 : 40),
    },
    marks: [
      Plot.ruleY(rows, {
        y: name,
        x1: "lowest",
        x2: "highest",
        stroke: ink.now,
        strokeWidth: 4,
        strokeOpacity: 0.3,
      }),
      Plot.dot(
        rows.filter(({ before }) => before !== null),
        { y: name, x: "before", stroke: ink.before, strokeWidth: 2, r: 4.5 },
      ),
      Plot.dot(rows, {
        y: name,
        x: "odds",
        fill: ink.now,
        r: 4.5,
        tip: true,
        title: (row: FairRow) =>
          `${name(row)}\n${row.reps} reps\nodds ${formatRate(row.odds)}, from ${formatRate(row.lowest)} to ${formatRate(row.highest)}`,
      }),
    ],
  });
}
