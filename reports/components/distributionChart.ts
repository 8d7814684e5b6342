import * as Plot from "npm:@observablehq/plot";
import { formatValue } from "../src/format.js";
import { type Dot, namedDots } from "./namedDots.js";
import { axisLabel, drawing, ink } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import type { ScoredMetric } from "./scorecard.js";
import { type Score, shownValue } from "./scores.js";

/** Every entity as a dot along a metric, over the middle half of them; one may be singled out. */
export function distributionChart(
  scores: readonly Score[],
  metric: ScoredMetric,
  money: Money,
  width: number,
  focus: string | null,
): Element {
  const digits = money.currency_digits;
  const scale = metric.unit.startsWith("money") ? 10 ** digits : 1;
  const read = (value: number) => formatValue(value * scale, metric.unit, digits);
  const label = axisLabel(metric, money.currency);
  const dots = scores.flatMap((score): Dot[] => {
    const found = shownValue(score, metric.metric);
    if (found === null) return [];
    const value = found / scale;
    const tip = [score.name, score.team, read(value)].filter(Boolean).join("\n");
    return [{ value, tip, name: score.name, isFocus: score.entity_id === focus }];
  });
  const ticks = width < 520 ? 3 : 7;
  if (dots.length > 0 && dots.length < fewDots)
    return namedDots(dots, { label, read, ticks }, width);
  return drawing(width, {
    height: 230,
    marginLeft: 24,
    marginRight: 24,
    marginBottom: 40,
    x: { label, tickFormat: read, ticks, grid: true, nice: true },
    y: { axis: null },
    marks: [
      emptyMark(dots),
      ...quartileMarks(dots, read),
      ...focusMarks(dots),
      dotMark(dots, width < 520 ? 4 : 5.5),
    ],
  });
}

/** As many dots as can't each be named beside one another. */
const fewDots = 8;

const emptyMark = (dots: readonly Dot[]) =>
  Plot.text(dots.length === 0 ? ["Nothing is known for this choice."] : [], {
    frameAnchor: "middle",
    fill: ink.muted,
  });

const dotMark = (dots: readonly Dot[], r: number) =>
  Plot.dot(
    dots,
    Plot.dodgeY("middle", {
      x: "value",
      r,
      fill: (dot: Dot) => (dot.isFocus ? ink.target : ink.now),
      stroke: "var(--page)",
      strokeWidth: 1,
      title: "tip",
      tip: true,
    }),
  );

/** The middle half as a band, the median as a line. */
function quartileMarks(dots: readonly Dot[], read: (value: number) => string) {
  if (dots.length < 4) return [];
  const value = { x: "value" };
  const middle = { ...value, fill: ink.now, fillOpacity: 0.09 };
  const name = (rows: Dot[]) => `median ${read(median(rows.map((dot) => dot.value)))}`;
  return [
    Plot.rectX(
      dots,
      Plot.groupZ({ x1: "p25", x2: "p75" }, { x1: "value", x2: "value", ...middle }),
    ),
    Plot.ruleX(dots, Plot.groupZ({ x: "median" }, { ...value, stroke: ink.now, strokeWidth: 1.5 })),
    Plot.text(
      dots,
      Plot.groupZ(
        { x: "median", text: name },
        {
          ...value,
          text: (dot) => dot,
          frameAnchor: "top",
          dy: -14,
          fill: ink.now,
          fontWeight: 600,
        },
      ),
    ),
  ];
}

/** The one that the page is about, by name. */
function focusMarks(dots: readonly Dot[]) {
  const found = dots.filter((dot) => dot.isFocus);
  return [
    Plot.ruleX(found, { x: "value", stroke: ink.target, strokeDasharray: "3 3" }),
    Plot.text(found, {
      x: "value",
      text: "name",
      frameAnchor: "bottom",
      dy: -6,
      fill: ink.target,
      fontWeight: 600,
    }),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
