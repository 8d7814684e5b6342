import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../src/format.js";
import { drawing, ink, wrapped } from "./plotting.js";

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
  { axis, names: [first, second] }: ShareChartOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const bars = rows.flatMap(({ label, share, other }): Bar[] => [
    ...(share === null ? [] : [{ label, name: first, share }]),
    ...(second === undefined || typeof other !== "number"
      ? []
      : [{ label, name: second, share: other }]),
  ]);
  const each = second === undefined ? 30 : 48;
  return drawing(width, {
    height: 64 + rows.length * each,
    marginLeft: narrow ? 122 : 190,
    marginRight: narrow ? 46 : 60,
    marginTop: 14,
    x: {
      label: axis,
      axis: "bottom",
      grid: true,
      ticks: narrow ? 3 : 8,
      tickFormat: formatRate,
      zero: true,
      nice: true,
    },
    y: { axis: null, domain: second === undefined ? [first] : [first, second], padding: 0.1 },
    fy: {
      label: null,
      domain: rows.map(({ label }) => label),
      padding: 0.25,
      axis: "left",
      tickFormat: (label: string) => wrapped(label, narrow ? 18 : 30),
    },
    color: {
      domain: second === undefined ? [first] : [first, second],
      range: [ink.now, ink.before],
    },
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
