import * as Plot from "npm:@observablehq/plot";
import { addsUp, type GoalRow } from "./goal.js";
import { day, ink } from "./plotting.js";

export interface Point {
  readonly on: Date;
  readonly y: number;
}

/** From the last value to the expected one with its 80 % range. */
export function rangeMarks(
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
