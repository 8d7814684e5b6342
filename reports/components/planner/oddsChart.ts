import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../../src/format.js";
import { drawing, ink } from "../plotting.js";
import type { PlannedRow } from "./planRows.js";

/** Each rep's odds of attaining, the largest quotas first; before as rings, after as dots. */
export function oddsChart(rows: readonly PlannedRow[], width: number): Element {
  const narrow = width < 520;
  const ordered = rows
    .filter((row) => row.odds !== null)
    .sort((a, b) => (b.quota ?? 0) - (a.quota ?? 0))
    .map((row, place) => ({ ...row, place: place + 1 }));
  const r = ordered.length > 120 || narrow ? 2.5 : 4.5;
  const tip = ({ name, team, odds }: PlannedRow) =>
    `${name}\n${team}\n${formatRate(odds ?? 0)} likely to attain`;
  return drawing(width, {
    marginRight: 16,
    marginBottom: 44,
    x: { label: "reps, the largest quota first", ticks: narrow ? 4 : 8, tickFormat: "d" },
    y: {
      label: "odds of attaining the quota",
      domain: [0, 1],
      tickFormat: formatRate,
      grid: true,
      ticks: 5,
    },
    marks: [
      Plot.dot(
        ordered.filter((row) => row.oddsBefore !== null),
        { x: "place", y: "oddsBefore", stroke: ink.before, strokeWidth: 1.5, r },
      ),
      Plot.dot(ordered, { x: "place", y: "odds", fill: ink.now, r, title: tip, tip: true }),
    ],
  });
}
