import * as Plot from "npm:@observablehq/plot";
import { formatMultiple, formatPlural, formatRate } from "../src/format.js";
import { drawing, ink } from "./plotting.js";
import { differs, type YieldRow } from "./winRows.js";

const ticks = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

const sign = { fill: ink.target, fontWeight: 600 } as const;

type Placed = YieldRow & { readonly yield_lower: number; readonly yield_upper: number };

/**
 * Share of won value on share of effort, both on log scales: along the line value is as effort,
 * above it effort brought more.
 */
export function yieldChart(rows: readonly YieldRow[], effort: string, width: number): Element {
  const narrow = width < 520;
  const shown = rows.filter(
    (row): row is Placed =>
      row.yield_lower !== null && row.yield_upper !== null && row.effort_rate > 0,
  );
  const shares = shown.flatMap((row) => [row.effort_rate, row.value_rate]);
  const low = Math.max(0.002, Math.min(0.05, ...shares) / 1.5);
  const high = Math.min(1, Math.max(0.1, ...shares) * 1.5);
  const scale = {
    type: "log",
    domain: [low, high],
    grid: true,
    tickFormat: formatRate,
    ticks: ticks.filter((t) => t >= low && t <= high),
  } as const;
  return drawing(width, {
    height: narrow ? 340 : 420,
    marginRight: narrow ? 44 : 60,
    marginBottom: 44,
    x: { ...scale, label: `share of all ${effort} (log scale)` },
    y: { ...scale, label: "share of won value (log scale)" },
    marks: [
      ...evenMarks([low, high]),
      ...dots(shown, { effort, range: [low, high] }),
      ...labels(shown, low * (high / low) ** 0.15, narrow),
    ],
  });
}

/** The line along which value is as effort, and what lies on either side of it. */
const evenMarks = (range: readonly number[]) => [
  Plot.line(range, {
    x: (v: number) => v,
    y: (v: number) => v,
    stroke: ink.target,
    strokeDasharray: "6 4",
  }),
  Plot.text(["more for its effort"], { ...sign, frameAnchor: "top-left", dx: 10, dy: 10 }),
  Plot.text(["less for its effort"], { ...sign, frameAnchor: "bottom-right", dx: -10, dy: -10 }),
];

function dots(
  rows: readonly Placed[],
  { effort, range: [low, high] }: { effort: string; range: readonly [number, number] },
) {
  const colour = (row: Placed) => (differs(row.probability) ? ink.now : ink.before);
  const within = (share: number) => Math.min(high, Math.max(low, share));
  return [
    Plot.ruleX(rows, {
      x: "effort_rate",
      y1: (row: Placed) => within(row.effort_rate * row.yield_lower),
      y2: (row: Placed) => within(row.effort_rate * row.yield_upper),
      stroke: colour,
      strokeWidth: 3,
      strokeOpacity: 0.4,
    }),
    Plot.dot(rows, {
      x: "effort_rate",
      y: "value_rate",
      fill: colour,
      r: 5.5,
      stroke: "var(--page)",
      tip: true,
      title: (row: Placed) =>
        [
          row.label,
          `${formatRate(row.effort_rate)} of all ${effort}`,
          `${formatRate(row.value_rate)} of won value`,
          `${formatMultiple(row.yield)}, 95 % range ${formatMultiple(row.yield_lower)} to ${formatMultiple(row.yield_upper)}`,
          formatPlural(row.deal_count, "deal"),
        ].join("\n"),
    }),
  ];
}

/**
 * Names where there is room for all; where values are many, of those that differ. Each stands on the
 * side of its dot that is away from the line, but not over the axis.
 */
function labels(rows: readonly Placed[], edge: number, narrow: boolean) {
  const most = narrow ? 4 : 7;
  const named = rows.length <= most ? rows : rows.filter((row) => differs(row.probability));
  const isAbove = (row: Placed) => row.value_rate > row.effort_rate;
  const isAtEdge = (row: Placed) => row.effort_rate < edge;
  const place = (shown: Placed[], textAnchor: "start" | "end", dy: number) =>
    Plot.text(shown, {
      x: "effort_rate",
      y: "value_rate",
      text: ({ label, yield: brought }: Placed) =>
        `${label}${narrow ? "\n" : " "}${formatMultiple(brought)}`,
      textAnchor,
      dx: textAnchor === "end" ? -10 : 10,
      dy,
      fill: ink.text,
      stroke: "var(--page)",
      strokeWidth: 4,
    });
  return [
    place(
      named.filter((row) => isAbove(row) && !isAtEdge(row)),
      "end",
      0,
    ),
    place(
      named.filter((row) => isAbove(row) && isAtEdge(row)),
      "start",
      -16,
    ),
    place(
      named.filter((row) => !isAbove(row)),
      "start",
      0,
    ),
  ];
}
