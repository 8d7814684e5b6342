import {
  addDays,
  addMonths,
  type FiscalCalendar,
  grains,
  type PlainDate,
  periodOf,
} from "../calendar.ts";
import { InputError } from "../errors.ts";
import type { GoalMetric, GoalNames } from "./goal-names.ts";
import type { WrittenGoal } from "./goals.ts";

/** A percentage written where a fraction belongs is above this; no ratio of the field is. */
const largestRatio = 10;

/** What is counted or lasts, and so can't be negative. */
const countedUnits = ["days", "months", "count", "number", "multiple", "deals_per_month"];

/** An error for each way in which a goal's figures or dates don't make sense together. */
export function brokenRules(goal: WrittenGoal, { metrics, calendar }: GoalNames): InputError[] {
  const metric = metrics.find(({ name }) => name === goal.metric);
  const figures = metric ? [...unitErrors(goal, metric), ...directionErrors(goal, metric)] : [];
  const spans = { any: [], months: wholeMonths(goal), period: fiscalPeriod(goal, calendar) };
  return [...figures, ...dateErrors(goal), ...spans[metric?.span ?? "any"]];
}

const broken = (aspect: string, { id, placeOf }: WrittenGoal, key: string, remedy: string) =>
  new InputError(`goal isn't ${aspect}: "${id}"`, { ...placeOf(key), remedy });

function unitErrors(goal: WrittenGoal, { name, unit, span }: GoalMetric): InputError[] {
  const figures = [
    ["baseline", goal.baseline],
    ["target", goal.target],
    ...goal.milestones.map(({ value }) => ["milestones", value] as const),
  ] as const;
  return figures.flatMap(([key, value]) => {
    if (unit === "ratio" && Math.abs(value) > largestRatio) {
      const remedy = `Write ${value} % as the fraction ${value / 100}: ${name} is a ratio.`;
      return [broken("measurable", goal, key, remedy)];
    }
    const isTarget = key === "target" && span !== "any";
    if (value >= 0 && !(isTarget && value === 0)) return [];
    if (!isTarget && !countedUnits.includes(unit)) return [];
    return [broken("measurable", goal, key, `Write a ${key} above zero: ${name} counts from it.`)];
  });
}

function directionErrors(goal: WrittenGoal, { name, better }: GoalMetric): InputError[] {
  const { baseline, target, maintain } = goal;
  const gain = better === "up" ? target - baseline : baseline - target;
  if (maintain || gain > 0) return [];
  const way = better === "up" ? "higher" : "lower";
  const remedy = `The better ${name} is the ${way} one, and ${target} isn't ${way} than the baseline ${baseline}: mend them, or add maintain: true to hold the target.`;
  return [broken("measurable", goal, "target", remedy)];
}

function dateErrors(goal: WrittenGoal): InputError[] {
  const { start, due, milestones } = goal;
  const errors: InputError[] = [];
  if (start >= due) {
    const remedy = `It starts on ${start} and is due on ${due}: let it start before it is due.`;
    errors.push(broken("time-bound", goal, "due", remedy));
  }
  let last = start;
  for (const milestone of milestones) {
    const isWithin = milestone.due > last && milestone.due <= due;
    if (!isWithin) {
      const remedy = `A milestone is due on ${milestone.due}: let milestones follow each other after ${start}, up to ${due}.`;
      errors.push(broken("time-bound", goal, "milestones", remedy));
    }
    last = milestone.due > last ? milestone.due : last;
  }
  return errors;
}

/** What adds up is counted by month, so that a goal of half a month can't be followed. */
function wholeMonths(goal: WrittenGoal): InputError[] {
  const { metric, start, due } = goal;
  const errors: InputError[] = [];
  if (!start.endsWith("-01")) {
    const remedy = `${metric} is counted by month: start on ${firstOf(start)} or ${firstOf(addMonths(start, 1))}.`;
    errors.push(broken("time-bound", goal, "start", remedy));
  }
  if (!addDays(due, 1).endsWith("-01")) {
    const last = (date: PlainDate) => addDays(firstOf(date), -1);
    const remedy = `${metric} is counted by month: make it due on ${last(due)} or ${last(addMonths(due, 1))}.`;
    errors.push(broken("time-bound", goal, "due", remedy));
  }
  return errors;
}

/** A share of a plan is known for the periods that plans name. */
function fiscalPeriod(goal: WrittenGoal, calendar: FiscalCalendar): InputError[] {
  const { metric, start, due } = goal;
  const periods = grains.map((grain) => periodOf(start, grain, calendar));
  if (periods.some(({ periodStart, periodEnd }) => periodStart === start && periodEnd === due)) {
    return [];
  }
  const spans = periods
    .slice(1)
    .map(({ periodStart, periodEnd }) => `${periodStart} to ${periodEnd}`);
  const remedy = `${metric} is held against the plan of a fiscal period: let it run from ${spans.join(" or ")}.`;
  return [broken("time-bound", goal, "start", remedy)];
}

const firstOf = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01`;
