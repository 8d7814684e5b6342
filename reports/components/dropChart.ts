import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatDate } from "../src/format.js";
import { day, drawing, ink } from "./plotting.js";

export interface FileTotal {
  readonly source: string;
  readonly object: string;
  readonly path: string;
  readonly drop_date: string | null;
  readonly rows: number;
  readonly rejected_rows: number;
  readonly amount_minor: number | null;
  readonly rejected_amount_minor: number | null;
  readonly encoding: string;
}

interface Drop {
  readonly on: Date;
  readonly rows: number;
  readonly rejected: number;
  readonly label: string;
}

/** Rows read by drop; a drop with rejected rows is marked. */
export function dropChart(files: readonly FileTotal[], width: number): Element {
  const drops = [...new Set(files.map((file) => file.drop_date))].flatMap((date) =>
    date === null ? [] : dropOf(date, files),
  );
  return drawing(width, {
    height: 240,
    marginRight: 24,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: {
      label: "rows read",
      type: "sqrt",
      grid: true,
      ticks: 5,
      tickFormat: formatCount,
      zero: true,
    },
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.ruleX(drops, { x: "on", y: "rows", stroke: ink.now, strokeWidth: 2 }),
      Plot.dot(drops, {
        x: "on",
        y: "rows",
        r: 4,
        fill: (drop: Drop) => (drop.rejected > 0 ? ink.target : ink.now),
        symbol: (drop: Drop) => (drop.rejected > 0 ? "diamond" : "circle"),
        title: "label",
        tip: true,
      }),
    ],
  });
}

function dropOf(date: string, files: readonly FileTotal[]): Drop {
  const own = files.filter((file) => file.drop_date === date);
  const rows = own.reduce((sum, file) => sum + file.rows, 0);
  const rejected = own.reduce((sum, file) => sum + file.rejected_rows, 0);
  const label = `${formatDate(date)}\n${formatCount(rows)} rows in ${own.length} files\n${formatCount(rejected)} rejected`;
  return { on: day(date), rows, rejected, label };
}
