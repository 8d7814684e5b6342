import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../src/format.js";
import { drawing, ink, rateAxis, wrapped } from "./plotting.js";

/** A part's share of a whole, and a second one beside it. */
export interface ShareBar {
  readonly label: string;
  readonly share: number | null;
  readonly other?: number | null;
}

export interface ShareChartOptions {
  readonly axis: string;
  /** What the bar and the one under it stand for. */
  readonly names: readonly [share: string, other?: string];
}

interface Bar {
  readonly label: string;
  readonly name: string;
  readonly share: number;
}

/** Shares as bars in the order given; of two for each part the second is the paler. */
export function shareChart(
  rows: readonly ShareBar[],
  { axis, names }: ShareChartOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const bars = barsOf(rows, names);
  const domain = names.filter((name) => name !== undefined);
  const each = domain.length === 1 ? 30 : 48;
  return drawing(width, {
    height: 64 + rows.length * each,
    marginLeft: narrow ? 122 : 190,
    marginRight: narrow ? 46 : 60,
    marginTop: 14,
    x: rateAxis(axis, narrow),
    y: { axis: null, domain, padding: 0.1 },
    fy: {
      label: null,
      domain: rows.map(({ label }) => label),
      padding: 0.25,
      axis: "left",
      tickFormat: (label: string) => wrapped(label, narrow ? 18 : 30),
    },
    color: { domain, range: [ink.now, ink.before] },
    marks: [
      Plot.barX(bars, { fy: "label", y: "name", x: "share", fill: "name" }),
      Plot.text(bars, {
        fy: "label",
        y: "name",
        x: "share",
        text: ({ share }: Bar) => formatRate(share),
        textAnchor: "start",
        dx: 5,
        fill: ink.text,
      }),
    ],
  });
}

const barsOf = (rows: readonly ShareBar[], [first, second]: ShareChartOptions["names"]): Bar[] =>
  rows.flatMap(({ label, share, other }) => [
    ...(share === null ? [] : [{ label, name: first, share }]),
    ...(second === undefined || typeof other !== "number"
      ? []
      : [{ label, name: second, share: other }]),
  ]);
