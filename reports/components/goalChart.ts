import * as Plot from "npm:@observablehq/plot";
import { formatDate } from "../src/format.js";
import { addsUp, type GoalRow, goalFigure } from "./goal.js";
import { type Point, rangeMarks } from "./goalRange.js";
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
      ...askedMarks(asked ?? [], [...milestones.map(placed), due]),
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

const placed = ({ due_date, value }: GoalMilestone): Point => ({ on: day(due_date), y: value });

/** What the goal asks for by each date, its milestones and its target as diamonds. */
const askedMarks = (asked: readonly Point[], dues: readonly Point[]) => [
  Plot.lineY(asked, { x: "on", y: "y", stroke: ink.target, strokeWidth: 1.75 }),
  Plot.dot(dues, { x: "on", y: "y", symbol: "diamond", fill: ink.target, r: 4.5 }),
];

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
