import * as Plot from "npm:@observablehq/plot";
import { formatCount } from "../src/format.js";
import { drawing, ink, moneyTick } from "./plotting.js";

interface TableRows {
  readonly table_name: string;
  readonly rows: number;
}

/** How many tables are shown: those that hold the most rows. */
const shownTables = 18;

/** Rows of the largest tables, on a logarithmic scale. */
export function tableChart(tables: readonly TableRows[], width: number): Element {
  const shown = [...tables]
    .filter((table) => table.rows > 0)
    .sort((a, b) => b.rows - a.rows || (a.table_name < b.table_name ? -1 : 1))
    .slice(0, shownTables);
  return drawing(width, {
    height: 50 + shown.length * 22,
    marginLeft: width < 520 ? 130 : 180,
    marginRight: 60,
    x: { type: "log", label: "rows", axis: "top", grid: true, ticks: 4, tickFormat: moneyTick },
    y: { label: null, tickSize: 0, domain: shown.map((table) => table.table_name), padding: 0.35 },
    marks: [
      Plot.ruleY(shown, {
        y: "table_name",
        x1: 1,
        x2: "rows",
        stroke: ink.now,
        strokeWidth: 2,
        strokeOpacity: 0.45,
      }),
      Plot.dot(shown, { y: "table_name", x: "rows", fill: ink.now, r: 4.5 }),
      Plot.text(shown, {
        y: "table_name",
        x: "rows",
        text: (table) => formatCount(table.rows),
        dx: 10,
        textAnchor: "start",
        fill: ink.text,
      }),
    ],
  });
}
