import * as Plot from "npm:@observablehq/plot";
import { formatValue } from "../src/format.js";
import { day, drawing, ink } from "./plotting.js";
import { type Score, type ScoredMetric, shownValue } from "./scorecard.js";

/** One rep's quarters in a metric, over the middle half of all reps in the same quarters. */
export function pathChart(
  rep: readonly Score[],
  peers: readonly Score[],
  metric: ScoredMetric,
  digits: number,
  width: number,
): Element {
  const scale = metric.unit.startsWith("money") ? 10 ** digits : 1;
  const read = (value: number) => formatValue(value * scale, metric.unit, digits);
  const points = (scores: readonly Score[]) =>
    scores.flatMap((score) => {
      const value = shownValue(score, metric.metric);
      return value === null ? [] : { on: day(score.period_start), value: value / scale };
    });
  return drawing(width, {
    height: 250,
    marginRight: 24,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: { label: metric.label, grid: true, tickFormat: read, ticks: 5, zero: true },
    marks: [
      Plot.areaY(
        points(peers),
        Plot.groupX(
          { y1: "p25", y2: "p75" },
          { x: "on", y: "value", fill: ink.before, fillOpacity: 0.22 },
        ),
      ),
      Plot.lineY(
        points(peers),
        Plot.groupX({ y: "median" }, { x: "on", y: "value", stroke: ink.before, strokeWidth: 1.5 }),
      ),
      Plot.lineY(points(rep), {
        x: "on",
        y: "value",
        stroke: ink.now,
        strokeWidth: 2.5,
        marker: "dot",
      }),
      Plot.tip(
        points(rep),
        Plot.pointerX({ x: "on", y: "value", title: (row) => read(row.value) }),
      ),
    ],
  });
}
