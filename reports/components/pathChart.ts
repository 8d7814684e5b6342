import * as Plot from "npm:@observablehq/plot";
import { formatPeriod, formatValue } from "../src/format.js";
import { axisLabel, day, drawing, ink } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import type { ScoredCell, ScoredMetric, ScorePeriod } from "./scorecard.js";
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

/** A rep's quarters in a metric, and those of all peers. */
interface Path {
  readonly path: readonly Score[];
  readonly peers: readonly Score[];
  readonly metric: ScoredMetric;
  readonly periods: readonly ScorePeriod[];
}

/** One rep's quarters in a metric, over the middle half of the peers; one that isn't over is hollow. */
export function pathChart(
  { path, peers, metric, periods }: Path,
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const quarters = new Map(
    periods
      .filter(({ period }) => period === "quarter")
      .map((quarter) => [day(quarter.period_start).getTime(), quarter]),
  );
  const scale = metric.unit.startsWith("money") ? 10 ** digits : 1;
  const read = (value: number) => formatValue(value * scale, metric.unit, digits);
  const isOver = ({ on }: Point) => quarters.get(on.getTime())?.is_complete ?? true;
  const points = (scores: readonly Score[]) =>
    scores.flatMap((score): Point[] => {
      const value = shownValue(score, metric.metric);
      return value === null ? [] : [{ on: day(score.period_start), value: value / scale }];
    });
  return drawing(width, {
    height: 250,
    marginRight: 24,
    x: {
      type: "utc",
      label: null,
      ticks: spread([...new Set(points(peers).map(({ on }) => on.getTime()))], width < 520 ? 4 : 9),
      tickFormat: (on: Date) => formatPeriod(quarters.get(on.getTime())?.label ?? ""),
    },
    y: { label: axisLabel(metric, currency), grid: true, tickFormat: read, ticks: 5, zero: true },
    marks: [...peerMarks(points(peers)), ...repMarks(points(path), isOver, read)],
  });
}

/** As many of the times as fit, the last one always, evenly apart. */
function spread(times: readonly number[], most: number): Date[] {
  const sorted = [...times].sort((a, b) => a - b);
  const step = Math.ceil(sorted.length / most);
  return sorted
    .filter((_, index) => (sorted.length - 1 - index) % step === 0)
    .map((time) => new Date(time));
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

function repMarks(
  points: readonly Point[],
  isOver: (point: Point) => boolean,
  read: (value: number) => string,
) {
  const place = { x: "on", y: "value" };
  return [
    Plot.lineY(points, { ...place, stroke: ink.now, strokeWidth: 2.5 }),
    Plot.dot(points, {
      ...place,
      r: 4,
      stroke: ink.now,
      strokeWidth: 1.5,
      fill: (point: Point) => (isOver(point) ? ink.now : "var(--page)"),
    }),
    Plot.tip(points, Plot.pointerX({ ...place, title: (row: Point) => read(row.value) })),
  ];
}
