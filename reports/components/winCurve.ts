import * as Plot from "npm:@observablehq/plot";
import { html } from "npm:htl";
import { formatCount, formatPlural, formatRate } from "../src/format.js";
import type { Option } from "./choice.js";
import { figure } from "./figure.js";
import { drawing, ink } from "./plotting.js";

/** How many of the deals of the company or of a segment were decided by an age. */
export interface CurveRow {
  readonly entity_type: "company" | "segment";
  readonly entity_id: string;
  readonly age_days: number;
  readonly won_rate: number;
  readonly lost_rate: number;
  /** The 95 % range of `won_rate`. */
  readonly lower: number;
  readonly upper: number;
  /** Deals that reached the age undecided. */
  readonly at_risk: number;
  readonly count_deals: number;
}

/** Whose deals may be looked at: the whole company's, and each segment's. */
export const curveOptions = (curves: readonly CurveRow[]): Option[] =>
  [...new Map(curves.map((row) => [entityOf(row), row])).values()].map((row) => ({
    value: entityOf(row),
    label: row.entity_type === "company" ? "The whole company" : row.entity_id,
  }));

/** What tells a segment from a company of the same name. */
export const entityOf = ({ entity_type, entity_id }: CurveRow): string =>
  `${entity_type} ${entity_id}`;

/** The share of deals won and lost by their age. */
export function curveFigure(rows: readonly CurveRow[], minCell: number): HTMLElement {
  const count = formatPlural(rows[0]?.count_deals ?? 0, "deal");
  return figure({
    title: "Won and lost by age",
    caption: html`Of all ${count} created since the data begin, whatever is chosen above: the share won, and the share lost, by each week of age (cumulative incidence: winning and losing compete, and together come to 100 % at most). A deal that is still open counts up to the age it has reached and no further (it is censored). Shaded: 95 % range of the share won. The curves end where fewer than ${formatCount(minCell)} deals were left undecided.`,
    filename: "win-curve",
    draw: (width) => curveChart(rows, width),
  });
}

function curveChart(rows: readonly CurveRow[], width: number): Element {
  return drawing(width, {
    height: width < 520 ? 280 : 340,
    marginRight: 64,
    marginBottom: 44,
    x: { label: "days since the deal was created", ticks: width < 520 ? 4 : 8, zero: true },
    y: {
      label: "share of deals",
      grid: true,
      ticks: 5,
      zero: true,
      tickFormat: formatRate,
    },
    marks: [
      Plot.areaY(rows, {
        x: "age_days",
        y1: "lower",
        y2: "upper",
        fill: ink.now,
        fillOpacity: 0.16,
      }),
      ...line(rows, "won_rate", { name: "won", stroke: ink.now, dash: "none" }),
      ...line(rows, "lost_rate", { name: "lost", stroke: ink.muted, dash: "5 3" }),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.tip(rows, Plot.pointerX({ x: "age_days", y: "won_rate", title: told })),
    ],
  });
}

/** A curve, dashed for what colour alone would tell, with its name and last value at its end. */
function line(
  rows: readonly CurveRow[],
  y: "won_rate" | "lost_rate",
  { name, stroke, dash }: { name: string; stroke: string; dash: string },
) {
  return [
    Plot.lineY(rows, { x: "age_days", y, stroke, strokeWidth: 2, strokeDasharray: dash }),
    Plot.text(rows.slice(-1), {
      x: "age_days",
      y,
      text: (row: CurveRow) => `${name} ${formatRate(row[y])}`,
      textAnchor: "start",
      dx: 6,
      fill: stroke,
      fontWeight: 600,
    }),
  ];
}

const told = (row: CurveRow): string =>
  [
    `By day ${formatCount(row.age_days)}`,
    `${formatRate(row.won_rate)} won (${formatRate(row.lower)} to ${formatRate(row.upper)})`,
    `${formatRate(row.lost_rate)} lost`,
    `${formatPlural(row.at_risk, "deal")} undecided at that age`,
  ].join("\n");
