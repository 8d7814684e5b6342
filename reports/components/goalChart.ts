import * as Plot from "npm:@observablehq/plot";
import { formatDate } from "../src/format.js";
import { addsUp, type GoalRow, goalFigure } from "./goal.js";
import { day, drawing, ink } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** A date of a goal's KPI: its value, that of a year before, and what the goal asks for by then. */
export interface GoalValue {
  readonly goal_id: string;
  readonly date: string;
  readonly value: number | null;
  readonly value_before: number | null;
  readonly asked: number | null;
}

export interface GoalMilestone {
  readonly goal_id: string;
  readonly due_date: string;
  readonly value: number;
}

interface Point {
  readonly on: Date;
  readonly y: number;
}

/** The path of a goal's KPI against what the goal asks for, with the expected range at the end. */
export function goalChart(
  goal: GoalRow,
  values: readonly GoalValue[],
  milestones: readonly GoalMilestone[],
  money: Money,
  width: number,
): Element {
  const read = (value: number) => goalFigure(value, goal, money);
  const [now, before, asked] = (["value", "value_before", "asked"] as const).map((key) =>
    pointsOf(goal, values, key),
  );
  const due = { on: day(goal.due_date), y: goal.target };
  return drawing(width, {
    height: 210,
    marginLeft: 58,
    marginRight: 56,
    x: { type: "utc", label: null, ticks: width < 420 ? 3 : 5 },
    y: {
      label: goal.unit.startsWith("money") ? money.currency : null,
      grid: true,
      ticks: 4,
      tickFormat: read,
      zero: addsUp(goal),
      nice: true,
    },
    marks: [
      ...(addsUp(goal) ? [Plot.ruleY([0], { stroke: ink.muted })] : []),
      Plot.lineY(before, { x: "on", y: "y", stroke: ink.before, strokeWidth: 1.5 }),
      ...rangeMarks(goal, now?.at(-1), asked ?? [], read),
      Plot.lineY(asked, { x: "on", y: "y", stroke: ink.target, strokeWidth: 1.75 }),
      Plot.dot([...milestones.map((one) => ({ on: day(one.due_date), y: one.value })), due], {
        x: "on",
        y: "y",
        symbol: "diamond",
        fill: ink.target,
        r: 4.5,
      }),
      Plot.lineY(now, { x: "on", y: "y", stroke: ink.now, strokeWidth: 2.5 }),
      Plot.dot(now?.slice(-1) ?? [], { x: "on", y: "y", fill: ink.now, r: 4 }),
      Plot.text([due], {
        x: "on",
        y: "y",
        text: () => read(goal.target),
        textAnchor: "start",
        dx: 9,
        fill: ink.target,
        fontWeight: 600,
      }),
      tips(goal, values, read),
    ],
  });
}

/** Points that are known; what adds up begins with nothing, a path with the baseline. */
function pointsOf(
  goal: GoalRow,
  values: readonly GoalValue[],
  key: "value" | "value_before" | "asked",
): Point[] {
  const points = values.flatMap((row) => {
    const y = row[key];
    return y === null ? [] : [{ on: day(row.date), y }];
  });
  if (points.length === 0) return [];
  const start = day(goal.start_date);
  if (addsUp(goal)) return [{ on: start, y: 0 }, ...points];
  const begin = goal.is_maintained ? goal.target : goal.baseline;
  return key === "asked" ? [{ on: start, y: begin }, ...points] : points;
}

/** From the last value to the expected one with its 80 % range. */
function rangeMarks(
  goal: GoalRow,
  last: Point | undefined,
  asked: readonly Point[],
  read: (value: number) => string,
) {
  const { expected, lower_80, upper_80 } = goal;
  if (expected === null || lower_80 === null || upper_80 === null) return [];
  const on = day(goal.due_date);
  const from = last ?? { on: day(goal.start_date), y: addsUp(goal) ? 0 : goal.baseline };
  const cone = wayThere(from, { on, y: goal.target }, asked).map((stop) => ({
    on: stop.on,
    lower: from.y + stop.way * (lower_80 - from.y),
    mid: from.y + stop.way * (expected - from.y),
    upper: from.y + stop.way * (upper_80 - from.y),
  }));
  const end = cone.slice(-1);
  return [
    Plot.areaY(cone, { x: "on", y1: "lower", y2: "upper", fill: ink.now, fillOpacity: 0.14 }),
    Plot.lineY(cone, { x: "on", y: "mid", stroke: ink.now, strokeDasharray: "4 3" }),
    Plot.ruleX(end, { x: "on", y1: "lower", y2: "upper", stroke: ink.now, strokeWidth: 2 }),
    Plot.tip(
      end,
      Plot.pointer({
        x: "on",
        y: "mid",
        title: () => `${read(expected)} expected\n80 %: ${read(lower_80)} to ${read(upper_80)}`,
      }),
    ),
  ];
}

/** How much of the rest lies behind at each date to come, in the shape of what is asked. */
function wayThere(from: Point, due: Point, asked: readonly Point[]) {
  const now = asked.findLast(({ on }) => on <= from.on)?.y ?? 0;
  const later = asked.filter(({ on }) => on > from.on && on < due.on);
  const isShaped = due.y !== now && later.every(({ y }) => (y - now) / (due.y - now) >= 0);
  const stops = isShaped ? later.map(({ on, y }) => ({ on, way: (y - now) / (due.y - now) })) : [];
  return [{ on: from.on, way: 0 }, ...stops, { on: due.on, way: 1 }];
}

function tips(goal: GoalRow, values: readonly GoalValue[], read: (value: number) => string) {
  const known = values.filter(({ value }) => value !== null);
  const line = (words: string, value: number | null) =>
    value === null ? [] : [`${read(value)} ${words}`];
  return Plot.tip(
    known,
    Plot.pointer({
      x: (row: GoalValue) => day(row.date),
      y: "value",
      title: (row: GoalValue) =>
        [
          formatDate(row.date),
          ...line(addsUp(goal) ? "so far" : "trailing", row.value),
          ...line("asked", row.asked),
          ...line("a year before", row.value_before),
        ].join("\n"),
    }),
  );
}
