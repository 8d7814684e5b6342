import * as Plot from "npm:@observablehq/plot";
import { drawing, ink } from "./plotting.js";

interface Rep {
  readonly rep_id: string;
  readonly rep: string;
}

export interface RepLinesOptions {
  readonly tickFormat: (value: number) => string;
  /** Placed by `rep_id`. */
  readonly marks: readonly Plot.Markish[];
}

/** A line for each rep, in the rows' order under an axis. */
export function repLines(
  rows: readonly Rep[],
  { tickFormat, marks }: RepLinesOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const names = new Map(rows.map(({ rep_id, rep }) => [rep_id, rep]));
  return drawing(width, {
    height: 60 + rows.length * (narrow ? 16 : 18),
    marginLeft: narrow ? 112 : 150,
    marginRight: 24,
    x: { label: null, axis: "top", grid: true, ticks: narrow ? 3 : 6, tickFormat },
    y: {
      label: null,
      domain: rows.map(({ rep_id }) => rep_id),
      tickSize: 0,
      tickFormat: (rep_id: string) => names.get(rep_id) ?? rep_id,
    },
    marks: [...marks],
  });
}

/** From one value to another on each rep's line. */
export const repRange = <Row extends Rep>(
  rows: readonly Row[],
  { x1, x2 }: { readonly x1: (row: Row) => number; readonly x2: (row: Row) => number },
) =>
  Plot.ruleY(rows, { y: "rep_id", x1, x2, stroke: ink.now, strokeOpacity: 0.35, strokeWidth: 4 });
