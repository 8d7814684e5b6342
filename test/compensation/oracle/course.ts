import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { Cause } from "../../../src/compensation/line.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { attainmentOf, bookOf, type Run } from "./book.ts";
import { type Day, type Grain, holds, never } from "./days.ts";
import { cents, type Known, periodOf } from "./known.ts";
import { monthsOfPlan, within } from "./month-ends.ts";
import { compare, type Figure, quotient, round, times } from "./ratio.ts";

export interface Line {
  readonly repId: string;
  /** Null for what is reckoned over all components. */
  readonly component: string | null;
  readonly cause: Cause;
  readonly date: Day;
  readonly cents: number;
}

/** What a run comes to once multiplied, gated and capped, at each month end that is looked at. */
export interface Course {
  readonly run: Run;
  readonly lines: readonly Line[];
  readonly valueAt: (end: Day) => number;
  /** What earlier measure periods give back of what they paid. */
  readonly backs: readonly Back[];
}

/** What is taken back of a credit of an earlier measure period, and what was paid of it. */
interface Back {
  readonly credit: Credit;
  readonly date: Day;
  readonly cents: number;
  readonly paid: number;
}

/** What a holder's measure periods came to, by their first day: before and after multipliers and gates. */
interface Past {
  readonly wholes: Map<Day, { readonly before: number; readonly after: number }>;
  readonly taken: Map<Day, number>;
}

/** One thing that is done to what a run comes to, in whole cents, at a month end. */
interface Step {
  readonly cause: Cause;
  readonly to: (value: number, end: Day, run: Run) => number;
}

/** The courses of a component, of each holder in order of measure periods. */
export function coursesOf(known: Known, component: ComponentEntry): Course[] {
  const runs = [...bookOf(known, component, never)];
  const holders = [...new Set(runs.map(({ holder }) => holder))];
  return holders.flatMap((holder) => {
    const steps = stepsOf(known, component, holder);
    const own = runs.filter((run) => run.holder === holder);
    const inOrder = own.sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    const past: Past = { wholes: new Map(), taken: new Map() };
    return inOrder.map((run) => courseOf(known, run, steps, past));
  });
}

/** As much of what is taken back as multipliers and gates left of its measure period. */
function backsOf({ returns }: Run, { wholes, taken }: Past): Back[] {
  return returns.map(({ of, credit, date, cents }) => {
    const whole = wholes.get(of);
    const paid = (sum: number) =>
      whole && whole.before !== 0 ? round(quotient(times(whole.after, sum), whole.before)) : sum;
    const before = taken.get(of) ?? 0;
    taken.set(of, before + cents);
    return { credit, date, cents, paid: paid(before + cents) - paid(before) };
  });
}

function courseOf(known: Known, run: Run, steps: Steps, past: Past): Course {
  const backs = backsOf(run, past);
  const whose = { repId: run.holder, component: run.component.name };
  const lines: Line[] = run.lines.map((line) => ({ ...whose, ...line }));
  const unadjusted = (end: Day) => paidUpTo(known, run, end);
  const all = [...steps.whole, paidBack, ...steps.caps];
  if (all.length === 1) return { run, lines, valueAt: unadjusted, backs };
  const first = run.lines.map(({ date }) => date).sort()[0] ?? never;
  const values: { end: Day; value: number }[] = [];
  let before = all.map(() => 0);
  for (const date of within(monthsOfPlan(known), run.period, first)) {
    let value = unadjusted(date);
    const until = backs.filter((back) => back.date <= date);
    const returned = until.reduce((sum, { cents }) => sum + cents, 0);
    const own = steps.whole.reduce((sum, { to }) => to(sum, date, run), value + returned);
    past.wholes.set(run.period.from, { before: value + returned, after: own });
    before = all.map(({ cause, to }, at) => {
      const given = value;
      if (steps.whole.includes(all[at] ?? paidBack))
        value = to(given + returned, date, run) - returned;
      else if (all[at] === paidBack)
        value += until.reduce((sum, one) => sum + one.cents - one.paid, 0);
      else value = to(given, date, run);
      const change = value - given - (before[at] ?? 0);
      if (change !== 0 || cause !== "reversal") {
        lines.push({ ...whose, cause, date, cents: change });
      }
      return value - given;
    });
    values.push({ end: date, value });
  }
  return {
    run,
    lines,
    backs,
    valueAt: (end) => values.findLast((one) => one.end <= end)?.value ?? 0,
  };
}

/** What the lines of a run sum to, priced anew up to a day. */
function paidUpTo(known: Known, { component, holder, period }: Run, end: Day): number {
  const run = runAt(known, component, holder, period.from, end);
  return run?.lines.reduce((sum, line) => sum + line.cents, 0) ?? 0;
}

function runAt(known: Known, component: ComponentEntry, holder: string, day: Day, upTo: Day) {
  const runs = bookOf(known, component, upTo);
  return runs.find((run) => run.holder === holder && holds(run.period, day));
}

interface Steps {
  readonly whole: readonly Step[];
  readonly caps: readonly Step[];
}

/** Where what isn't paid back of earlier measure periods is given again. */
const paidBack: Step = { cause: "reversal", to: (value) => value };

/** In this order: multipliers, its own threshold, gates, caps of the pay period and the year. */
function stepsOf(known: Known, component: ComponentEntry, holder: string): Steps {
  const { name, threshold, gates, multipliers, caps } = component;
  const attained = (of: string, end: Day) => attainmentAt(known, of, holder, end);
  const own = threshold === undefined ? [] : [{ component: name, at_least: threshold }];
  const whole = [
    ...multipliers.map(
      ({ by, tiers }): Step => ({
        cause: "multiplier",
        to: (value, end) => {
          const reached = tiers.findLast(({ from }) => compare(from, attained(by, end)) <= 0);
          return round(times((reached ?? tiers[0])?.times ?? 1, value));
        },
      }),
    ),
    ...[...own, ...gates].map(
      ({ component: of, at_least }): Step => ({
        cause: "gate",
        to: (value, end) => (compare(attained(of, end), at_least) < 0 ? Math.min(value, 0) : value),
      }),
    ),
  ];
  const capped = [
    ...capOf(known, caps.period, known.plan.pays),
    ...capOf(known, caps.year, "year"),
  ];
  return { whole, caps: capped };
}

function attainmentAt(known: Known, name: string, holder: string, end: Day): Figure {
  const component = known.plan.components.find((one) => one.name === name);
  const run = component && runAt(known, component, holder, end, end);
  return run ? attainmentOf(run) : 0;
}

/** A cap on what is added to pay within each pay period or year, over all runs. */
function capOf(known: Known, amount: number | undefined, grain: Grain): Step[] {
  if (amount === undefined) return [];
  const cap = cents(known, amount);
  const added = new Map<Day, number>();
  const last = new Map<Run, { given: number; capped: number }>();
  const to: Step["to"] = (given, end, run) => {
    const period = periodOf(known, end, grain).from;
    const before = last.get(run) ?? { given: 0, capped: 0 };
    const [old, now] = [added.get(period) ?? 0, (added.get(period) ?? 0) + given - before.given];
    const capped = before.capped + Math.min(now, cap) - Math.min(old, cap);
    added.set(period, now);
    last.set(run, { given, capped });
    return capped;
  };
  return [{ cause: "capped", to }];
}
