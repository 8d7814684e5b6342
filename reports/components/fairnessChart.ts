import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { drawing, ink, wrapped } from "./plotting.js";
import { type FairnessRow, factorName } from "./quotaRows.js";
import { type Ranged, rangedDots } from "./rangedDots.js";

/** Attainment beside the others', by factor; the range of what stands out leaves zero out. */
export function fairnessChart(rows: readonly FairnessRow[], width: number): Element {
  const narrow = width < 520;
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
      domain: rows.map(nameOf),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 19 : 40),
    },
    marks: [
      Plot.ruleX([0], { stroke: ink.target, strokeWidth: 1.5 }),
      ...rangedDots(rows.map(ranged)),
    ],
  });
}

const nameOf = (row: FairnessRow) => `${factorName(row.factor)}: ${row.level}`;

const ranged = (row: FairnessRow): Ranged => ({
  name: nameOf(row),
  value: row.effect,
  lower: row.lower_95,
  upper: row.upper_95,
  isClear: row.is_apart,
  tip: tipOf(row),
});

const tipOf = (row: FairnessRow) =>
  [
    nameOf(row),
    formatPlural(row.count_reps, "rep"),
    `${formatRate(row.effect)}, 95 % range ${formatRate(row.lower_95)} to ${formatRate(row.upper_95)}`,
  ].join("\n");
