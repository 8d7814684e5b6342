import { daysBetween, type PlainDate } from "../calendar.ts";
import { addsUp, type Goal } from "./goal.ts";
import { seasonOf } from "./season.ts";
import type { Series } from "./series.ts";
import { type Grid, nowOf, spanOf } from "./step.ts";

/** What a goal asks for by the end of each day of its span. */
export interface Path {
  at(date: PlainDate): number;
  /** Earlier spans that the season was taken from; 0 where the path goes by days. */
  readonly seasons: number;
}

/**
 * The way from start to target through the milestones. A sum grows from nothing by the season of
 * earlier years, a rate moves from the baseline by days; a rate that is to be held is the target
 * all along.
 */
export function pathOf(goal: Goal, series: Series, grid: Grid): Path {
  const season = addsUp(goal) ? seasonOf(series, spanOf(goal, grid), grid) : undefined;
  const wayOf = season ? seasonal(goal, season.shares, grid) : byDays(goal);
  const begin = addsUp(goal) ? 0 : goal.isMaintained ? goal.target : goal.baseline;
  const knots = [
    { way: 0, value: begin },
    ...goal.milestones.map(({ due, value }) => ({ way: wayOf(due), value })),
    { way: 1, value: goal.target },
  ];
  return { at: (date) => between(knots, wayOf(date)), seasons: season?.spans ?? 0 };
}

/** The share of the span's days that have passed by the end of a date. */
function byDays({ start, due }: Goal): (date: PlainDate) => number {
  const days = daysBetween(start, due) + 1;
  return (date) => clamp((daysBetween(start, date) + 1) / days);
}

/** The share of the span's sum that its season brings by the end of a date. */
function seasonal(goal: Goal, shares: readonly number[], grid: Grid) {
  const { first } = spanOf(goal, grid);
  return (date: PlainDate) => {
    const { step, part } = nowOf(date, grid);
    const passed = shares.slice(0, Math.max(0, step - first)).reduce((a, b) => a + b, 0);
    return clamp(passed + part * (shares[step - first] ?? 0));
  };
}

interface Knot {
  /** How much of the way lies behind, 0 to 1. */
  readonly way: number;
  readonly value: number;
}

function between(knots: readonly Knot[], way: number): number {
  const next = knots.find((knot) => knot.way >= way) ?? knots.at(-1);
  const before = knots.findLast((knot) => knot.way < way) ?? knots[0];
  if (!next || !before) throw new RangeError("missing knots");
  if (next.way <= before.way) return next.value;
  const share = (way - before.way) / (next.way - before.way);
  return before.value + share * (next.value - before.value);
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
