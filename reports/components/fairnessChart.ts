import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { drawing, ink, wrapped } from "./plotting.js";
import { type FairnessRow, factorName } from "./quotaRows.js";

/** Attainment beside the others', by factor; the range of what stands out leaves zero out. */
export function fairnessChart(rows: readonly FairnessRow[], width: number): Element {
  const narrow = width < 520;
  const name = (row: FairnessRow) => `${factorName(row.factor)}: ${row.level}`;
  const colour = (row: FairnessRow) => (row.is_apart ? ink.now : ink.before);
  return drawing(width, {
    height: 90 + rows.length * 26,
    marginLeft: narrow ? 132 : 240,
    marginRight: 30,
    marginBottom: 44,
    x: {
      label: "attainment above all others, points of quota",
      grid: true,
      nice: true,
      ticks: narrow ? 3 : 7,
      tickFormat: formatRate,
    },
    y: {
      label: null,
      domain: rows.map(name),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 19 : 40),
    },
    marks: [
      Plot.ruleX([0], { stroke: ink.target, strokeWidth: 1.5 }),
      Plot.ruleY(rows, {
        y: name,
        x1: "lower_95",
        x2: "upper_95",
        stroke: colour,
        strokeWidth: 4,
        strokeOpacity: 0.4,
      }),
      Plot.dot(rows, { y: name, x: "effect", fill: colour, r: 4.5, tip: true, title: tipOf }),
    ],
  });
}

const tipOf = (row: FairnessRow) =>
  [
    `${factorName(row.factor)}: ${row.level}`,
    formatPlural(row.count_reps, "rep"),
    `${formatRate(row.effect)}, 95 % range ${formatRate(row.lower_95)} to ${formatRate(row.upper_95)}`,
  ].join("\n");
