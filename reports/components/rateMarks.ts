import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatRate } from "../src/format.js";
import { ink } from "./plotting.js";
import { type Ranged, rangedDots } from "./rangedDots.js";
import type { RateDot } from "./rateChart.js";

/** A rate that can be told. */
export type Shown = RateDot & {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
};

/** The rate of all together as a line. */
export const wholeMarks = (whole: number | null) =>
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

/** Rates with their ranges, and what they would be with all else alike. */
export function dotMarks(rows: readonly Shown[], unit: readonly [string, string]) {
  const [ranges, dots] = rangedDots(rows.map((row) => ranged(row, unit)));
  const adjusted = rows.filter(({ other }) => typeof other === "number");
  const diamond = { symbol: "diamond", stroke: ink.text, strokeWidth: 1.25, r: 4 } as const;
  return [ranges, Plot.dot(adjusted, { y: "label", x: "other", ...diamond }), dots];
}

const ranged = (row: Shown, [one, many]: readonly [string, string]): Ranged => ({
  name: row.label,
  value: row.rate,
  lower: row.lower,
  upper: row.upper,
  isClear: row.isDifferent,
  tip: [
    row.label,
    `${formatRate(row.rate)}, 95 % range ${formatRate(row.lower)} to ${formatRate(row.upper)}`,
    ...(typeof row.other === "number" ? [`all else alike: ${formatRate(row.other)}`] : []),
    `${formatCount(row.n)} ${row.n === 1 ? one : many}`,
  ].join("\n"),
});

/** How many each rate rests on, at the right; where they are too few for one, that in its place. */
export const countMarks = (rows: readonly RateDot[], unit: string) => [
  Plot.text(
    rows.filter((row) => row.rate === null),
    {
      y: "label",
      frameAnchor: "left",
      dx: 4,
      text: () => "too few",
      fill: ink.muted,
      fontStyle: "italic",
    },
  ),
  Plot.text(rows, {
    y: "label",
    frameAnchor: "right",
    textAnchor: "start",
    dx: 8,
    text: ({ n }) => formatCount(n),
    fill: ink.muted,
  }),
  Plot.text([unit], {
    frameAnchor: "top-right",
    textAnchor: "start",
    dx: 8,
    dy: -18,
    fill: ink.muted,
  }),
];
