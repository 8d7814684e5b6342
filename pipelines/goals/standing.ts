import { forecastOutlook } from "../../src/goals/forecasted.ts";
import { addsUp, type Goal } from "../../src/goals/goal.ts";
import { type Outlook, outlookOf } from "../../src/goals/outlook.ts";
import { type Path, pathOf } from "../../src/goals/path.ts";
import { sumOver } from "../../src/goals/series.ts";
import { cappedStatus, progressOf, statusOf } from "../../src/goals/status.ts";
import { spanOf, stepEnd } from "../../src/goals/step.ts";
import { currentStep, valueAt } from "../../src/goals/value.ts";
import type { Followed } from "./follow.ts";

/** Months of a rate's past that its chart begins with. */
const monthsBefore = 12;

/** Whether a KPI's estimate may rest on few deals, and how many are too few. */
export interface Cell {
  readonly needsMinCell: boolean;
  readonly minCell: number;
}

/** A goal's row of `goal_status`. */
export function statusRow(followed: Followed, cell: Cell) {
  const { row, goal, series, grid, now, asOf } = followed;
  const path = pathOf(goal, series, grid);
  const step = currentStep(goal, now, grid);
  const hasStarted = asOf >= goal.start;
  const isOver = asOf >= goal.due;
  const value = hasStarted ? shownAt(followed, step, cell) : null;
  const asked = path.at(asOf);
  const status = statusOf(goal, { hasStarted, isOver, value, asked });
  const isOpen = !isOver && status !== "reached" && status !== "missed";
  const outlook = isOpen ? (forecastOf(followed) ?? outlookOf(goal, series, now, grid)) : null;
  return {
    goal_id: row.goal_id,
    status: cappedStatus(status, outlook?.chance ?? null),
    value,
    n: hasStarted ? followed.countAt(step) : null,
    asked: hasStarted ? asked : null,
    progress_rate: value === null ? null : progressOf(goal, value),
    asked_rate: hasStarted ? progressOf(goal, asked) : null,
    count_seasons: path.seasons,
    chance_rate: outlook?.chance ?? null,
    expected: outlook?.expected ?? null,
    lower_80: outlook?.lower ?? null,
    upper_80: outlook?.upper ?? null,
    count_forecasts: outlook?.n ?? null,
    is_forecast: outlook === null ? null : outlook.n === null,
  };
}

/** By the forecast of bookings, which knows what is to come but not what has added up. */
function forecastOf({ goal, series, grid, now, rest, asOf }: Followed): Outlook | null {
  if (rest === null) return null;
  const last = now.part > 0 ? now.step : now.step - 1;
  const known = asOf < goal.start ? 0 : sumOver(series, spanOf(goal, grid).first, last);
  return known === null ? null : forecastOutlook(goal, known, rest);
}

/** A goal's rows of `goal_value`, in the order of their dates. */
export function valueRows(followed: Followed, cell: Cell) {
  const { row, goal, series, grid, now, asOf } = followed;
  const path = pathOf(goal, series, grid);
  const span = spanOf(goal, grid);
  const first = addsUp(goal) ? span.first : span.first - monthsBefore / grid.months;
  const rows = [];
  for (let step = first; step <= span.last; step++) {
    const date = stepEnd(step, grid);
    rows.push({
      goal_id: row.goal_id,
      date,
      value: step < now.step ? shownAt(followed, step, cell) : null,
      value_before: addsUp(goal) ? beforeAt(followed, step) : null,
      asked: askedAt(path, goal, date),
    });
  }
  const isInside = now.part > 0 && now.step >= first && now.step <= span.last;
  const step = currentStep(goal, now, grid);
  if (isInside && step === now.step) {
    const value = shownAt(followed, step, cell);
    const today = { value, value_before: null, asked: askedAt(path, goal, asOf) };
    rows.push({ goal_id: row.goal_id, date: asOf, ...today });
  }
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
}

const askedAt = (path: Path, goal: Goal, date: string) =>
  date < goal.start ? null : path.at(date);

/** A value that may be shown: none where too few deals stand behind a rate. */
function shownAt({ goal, series, grid, countAt }: Followed, step: number, cell: Cell) {
  const isTooFew = cell.needsMinCell && !addsUp(goal) && countAt(step) < cell.minCell;
  return isTooFew ? null : valueAt(goal, series, step, grid);
}

/** What had added up at the same point of the same months of an earlier year. */
function beforeAt({ goal, series, grid }: Followed, step: number): number | null {
  const span = spanOf(goal, grid);
  const year = 12 / grid.months;
  const back = year * Math.ceil((span.last - span.first + 1) / year);
  const shifted = { ...series, first: series.first + back };
  return valueAt(goal, shifted, step, grid);
}
