import * as Plot from "npm:@observablehq/plot";
import { formatValue } from "../src/format.js";
import { day, drawing, ink } from "./plotting.js";
import type { ScoredCell, ScoredMetric } from "./scorecard.js";
import { type Score, shownValue } from "./scores.js";

interface Point {
  readonly on: Date;
  readonly value: number;
}

/** Whether a metric has a path to draw among an entity's cells: figures of two quarters or more. */
export const hasPath = ({ metric }: ScoredMetric, cells: readonly ScoredCell[]): boolean =>
  cells.filter(
    (cell) =>
      cell.metric === metric &&
      cell.period === "quarter" &&
      cell.breakdown === null &&
      cell.value !== null,
  ).length > 1;

/** One rep's quarters in a metric, over the middle half of the peers in the same quarters. */
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
    scores.flatMap((score): Point[] => {
      const value = shownValue(score, metric.metric);
      return value === null ? [] : [{ on: day(score.period_start), value: value / scale }];
    });
  return drawing(width, {
    height: 250,
    marginRight: 24,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: { label: metric.label, grid: true, tickFormat: read, ticks: 5, zero: true },
    marks: [...peerMarks(points(peers)), ...repMarks(points(rep), read)],
  });
}

function peerMarks(points: readonly Point[]) {
  const place = { x: "on", y: "value" };
  const band = { ...place, fill: ink.before, fillOpacity: 0.22 };
  const line = { ...place, stroke: ink.before, strokeWidth: 1.5 };
  return [
    Plot.areaY(points, Plot.groupX({ y1: "p25", y2: "p75" }, band)),
    Plot.lineY(points, Plot.groupX({ y: "median" }, line)),
  ];
}

function repMarks(points: readonly Point[], read: (value: number) => string) {
  const place = { x: "on", y: "value" };
  return [
    Plot.lineY(points, { ...place, stroke: ink.now, strokeWidth: 2.5, marker: "dot" }),
    Plot.tip(points, Plot.pointerX({ ...place, title: (row: Point) => read(row.value) })),
  ];
}
