import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { type AddedRow, stepName } from "./accuracyRows.js";
import { drawing, ink, wrapped } from "./plotting.js";
import { type Ranged, rangedDots } from "./rangedDots.js";

type Told = AddedRow & { readonly added_rate: number };

/** What each step gained, with its range; left of zero it came farther off. */
export function addedChart(rows: readonly AddedRow[], width: number): Element {
  const narrow = width < 520;
  const told = rows.filter((row): row is Told => row.added_rate !== null);
  return drawing(width, {
    height: 96 + told.length * 34,
    marginBottom: 48,
    marginLeft: narrow ? 124 : 240,
    marginRight: 44,
    marginTop: 34,
    x: {
      label: "closer by, share of bookings",
      axis: "bottom",
      grid: true,
      nice: true,
      ticks: narrow ? 3 : 7,
      tickFormat: formatRate,
    },
    y: {
      label: null,
      domain: told.map(stepName),
      tickSize: 0,
      tickFormat: (name: string) => wrapped(name, narrow ? 18 : 40),
    },
    marks: [
      Plot.ruleX([0], { stroke: ink.target, strokeWidth: 1.5 }),
      ...rangedDots(told.map(ranged)),
    ],
  });
}

const ranged = (row: Told): Ranged => ({
  name: stepName(row),
  value: row.added_rate,
  lower: row.lower_rate,
  upper: row.upper_rate,
  isClear: isClear(row),
  tip: tipOf(row),
});

/** Whether the range leaves zero out. */
const isClear = ({ lower_rate, upper_rate }: AddedRow) =>
  lower_rate !== null && upper_rate !== null && (lower_rate > 0 || upper_rate < 0);

const tipOf = (row: Told) =>
  [
    stepName(row),
    `${row.added_rate < 0 ? "farther off" : "closer"} by ${formatRate(Math.abs(row.added_rate))} of bookings`,
    row.lower_rate === null || row.upper_rate === null
      ? "too few periods for a range"
      : `95 % range ${formatRate(row.lower_rate)} to ${formatRate(row.upper_rate)}`,
    `${formatPlural(row.n, "forecast")} of ${formatPlural(row.count_periods, "period")}`,
  ].join("\n");
