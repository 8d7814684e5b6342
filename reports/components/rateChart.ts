import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatRate } from "../src/format.js";
import { drawing, ink, wrapped } from "./plotting.js";

/** A rate of one value with its range, as a chart draws it. */
export interface RateDot {
  readonly label: string;
  /** How many it rests on. */
  readonly n: number;
  /** Null for too few, which is said in its place. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A second rate beside it, such as with all else alike. */
  readonly other?: number | null;
  readonly isDifferent: boolean;
}

export interface RateChartOptions {
  /** What the rate is of, for the axis. */
  readonly axis: string;
  /** The rate of all together. */
  readonly whole: number | null;
  readonly unit: readonly [one: string, many: string];
}

/** Rates by value with their ranges, highest first; those that can't be told of come last. */
export function rateChart(
  rows: readonly RateDot[],
  { axis, whole, unit }: RateChartOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const ordered = [...rows].sort(
    (a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.n - a.n || (a.label < b.label ? -1 : 1),
  );
  const shown = ordered.filter(
    (row): row is Shown => row.rate !== null && row.lower !== null && row.upper !== null,
  );
  return drawing(width, {
    height: 74 + ordered.length * 26,
    marginLeft: narrow ? 116 : 190,
    marginRight: narrow ? 56 : 76,
    marginTop: 34,
    x: {
      label: axis,
      axis: "bottom",
      grid: true,
      ticks: narrow ? 3 : 8,
      tickFormat: formatRate,
      zero: true,
      nice: true,
    },
    y: {
      label: null,
      domain: ordered.map(({ label }) => label),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 17 : 30),
    },
    marks: [
      ...wholeMarks(whole),
      ...dotMarks(shown, unit),
      Plot.text(
        ordered.filter((row) => row.rate === null),
        {
          y: "label",
          frameAnchor: "left",
          dx: 4,
          text: () => "too few",
          fill: ink.muted,
          fontStyle: "italic",
        },
      ),
      Plot.text(ordered, {
        y: "label",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        text: ({ n }) => formatCount(n),
        fill: ink.muted,
      }),
      Plot.text([unit[1]], {
        frameAnchor: "top-right",
        textAnchor: "start",
        dx: 8,
        dy: -18,
        fill: ink.muted,
      }),
    ],
  });
}

type Shown = RateDot & { readonly rate: number; readonly lower: number; readonly upper: number };

const wholeMarks = (whole: number | null) =>
  whole === null
    ? []
    : [
        Plot.ruleX([whole], { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" }),
        Plot.text([whole], {
          x: (value: number) => value,
          frameAnchor: "top",
          dy: -16,
          text: (value: number) => `all ${formatRate(value)}`,
          fill: ink.target,
          fontWeight: 600,
        }),
      ];

function dotMarks(rows: readonly Shown[], [one, many]: readonly [string, string]) {
  const colour = ({ isDifferent }: Shown) => (isDifferent ? ink.now : ink.before);
  return [
    Plot.ruleY(rows, {
      y: "label",
      x1: "lower",
      x2: "upper",
      stroke: colour,
      strokeWidth: 4,
      strokeOpacity: 0.4,
    }),
    Plot.dot(
      rows.filter(({ other }) => typeof other === "number"),
      {
        y: "label",
        x: "other",
        symbol: "diamond",
        stroke: ink.text,
        strokeWidth: 1.25,
        r: 4,
      },
    ),
    Plot.dot(rows, {
      y: "label",
      x: "rate",
      fill: colour,
      r: 5,
      tip: true,
      title: (row: Shown) =>
        [
          row.label,
          `${formatRate(row.rate)}, 95 % range ${formatRate(row.lower)} to ${formatRate(row.upper)}`,
          ...(typeof row.other === "number" ? [`all else alike: ${formatRate(row.other)}`] : []),
          `${formatCount(row.n)} ${row.n === 1 ? one : many}`,
        ].join("\n"),
    }),
  ];
}
