import * as Plot from "npm:@observablehq/plot";
import { formatValue } from "../src/format.js";
import { drawing, ink } from "./plotting.js";
import { type Score, type ScoredMetric, shownValue } from "./scorecard.js";

/** Every entity as a dot along a metric, over the middle half of them; one may be singled out. */
export function distributionChart(
  scores: readonly Score[],
  metric: ScoredMetric,
  digits: number,
  width: number,
  focus: string | null,
): Element {
  const scale = metric.unit.startsWith("money") ? 10 ** digits : 1;
  const read = (value: number) => formatValue(value * scale, metric.unit, digits);
  const dots = scores.flatMap((score) => {
    const value = shownValue(score, metric.metric);
    if (value === null) return [];
    const label = [score.name, score.team, read(value / scale)].filter(Boolean).join("\n");
    return { value: value / scale, label, name: score.name, focused: score.entity_id === focus };
  });
  return drawing(width, {
    height: 210,
    marginLeft: 24,
    marginRight: 24,
    x: {
      label: metric.label,
      tickFormat: read,
      ticks: width < 520 ? 3 : 7,
      grid: true,
      nice: true,
    },
    y: { axis: null },
    marks: [
      ...quartileMarks(dots, read),
      Plot.dot(
        dots,
        Plot.dodgeY("middle", {
          x: "value",
          r: (row) => (row.focused ? 8 : 5.5),
          fill: (row) => (row.focused ? "var(--target)" : "var(--accent)"),
          stroke: "var(--page)",
          strokeWidth: 1,
          title: "label",
          tip: true,
        }),
      ),
    ],
  });
}

/** The middle half as a band, the median as a line. */
function quartileMarks(dots: readonly { value: number }[], read: (value: number) => string) {
  if (dots.length < 4) return [];
  return [
    Plot.rectX(
      dots,
      Plot.groupZ({ x1: "p25", x2: "p75" }, { x: "value", fill: ink.now, fillOpacity: 0.1 }),
    ),
    Plot.ruleX(
      dots,
      Plot.groupZ({ x: "median" }, { x: "value", stroke: ink.now, strokeWidth: 1.5 }),
    ),
    Plot.text(
      dots,
      Plot.groupZ(
        { x: "median", text: (rows: { value: number }[]) => `median ${read(median(rows))}` },
        {
          x: "value",
          text: (row: { value: number }) => row,
          frameAnchor: "top",
          dy: -14,
          fill: ink.now,
          fontWeight: 600,
        },
      ),
    ),
  ];
}

function median(rows: readonly { value: number }[]): number {
  const values = rows.map((row) => row.value).sort((a, b) => a - b);
  const middle = (values.length - 1) / 2;
  const [low, high] = [values[Math.floor(middle)], values[Math.ceil(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
