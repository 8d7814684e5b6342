import type { Cause } from "../../../src/compensation/line.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { attainmentOf, bookOf, type Run } from "./book.ts";
import { type Day, holds, later, never, type Span } from "./days.ts";
import { type Known, periodOf } from "./known.ts";
import { monthsOfPlan, within } from "./month-ends.ts";
import { compare, type Figure, quotient, round, times } from "./ratio.ts";
import { type Windows, windowsOf } from "./windows.ts";

export interface Line {
  readonly repId: string;
  /** Null for what is reckoned over all components. */
  readonly component: string | null;
  readonly cause: Cause;
  readonly date: Day;
  readonly cents: number;
  /** Of what is taken back, the day of what it is taken back of: it belongs to that pay period. */
  readonly of?: Day;
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
interface Back extends Returned {
  readonly paid: number;
}

type Returned = Run["returns"][number];

/** What a holder's measure periods last came to, by their first day, and what was taken back of each. */
interface Past {
  readonly wholes: Map<Day, Whole>;
  readonly taken: Map<Day, number>;
}

/** A run before and after multipliers and gates, with what is taken back of earlier ones given again. */
interface Whole {
  readonly before: number;
  readonly after: number;
}

/** One thing that is done to what a run comes to, in whole cents, at a month end. */
interface Step {
  readonly cause: Cause;
  readonly to: (value: number, end: Day) => number;
}

/** The courses of a component, of each holder in order of measure periods. */
export function coursesOf(known: Known, component: ComponentEntry): Course[] {
  const runs = [...bookOf(known, component, never)];
  const holders = [...new Set(runs.map(({ holder }) => holder))];
  return holders.flatMap((holder) => {
    const steps = stepsOf(known, component, holder);
    const windows = [
      windowsOf(known, component.caps.period, known.plan.pays),
      windowsOf(known, component.caps.year, "year"),
    ];
    const own = runs.filter((run) => run.holder === holder);
    const inOrder = own.sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    const past: Past = { wholes: new Map(), taken: new Map() };
    return inOrder.map((run) => courseOf(known, run, { steps, windows, past }));
  });
}

/** As much of what is taken back, one after the other, as multipliers and gates left of all of it. */
function leftBy(whole: Whole | undefined, taken: number, { cents }: Returned): number {
  if (whole === undefined || whole.before === 0) return cents;
  const paid = (sum: number) => round(quotient(times(whole.after, sum), whole.before));
  return paid(taken + cents) - paid(taken);
}

/** What of what is taken back in a run is of earlier measure periods. */
function backsOf({ returns, period }: Run, { wholes, taken }: Past): Back[] {
  const late = returns.filter(({ of }) => of !== period.from);
  return late.map((one) => {
    const before = taken.get(one.of) ?? 0;
    taken.set(one.of, before + one.cents);
    return { ...one, paid: leftBy(wholes.get(one.of), before, one) };
  });
}

/** What is taken back in a month of credits of the same run, but of earlier pay periods. */
function ownBacks(known: Known, { returns, period }: Run, month: Span, whole?: Whole): Back[] {
  const since = periodOf(known, month.until, known.plan.pays).from;
  let taken = 0;
  return returns
    .filter(
      ({ of, date, credit }) => of === period.from && holds(month, date) && credit.date < since,
    )
    .map((one) => {
      const paid = leftBy(whole, taken, one);
      taken += one.cents;
      return { ...one, paid };
    });
}

/** All that a holder's runs have in common. */
interface Reckoning {
  readonly steps: readonly Step[];
  /** Of the pay period and of the year. */
  readonly windows: readonly Windows[];
  readonly past: Past;
}

function courseOf(known: Known, run: Run, { steps, windows, past }: Reckoning): Course {
  const late = backsOf(run, past);
  const whose = { repId: run.holder, component: run.component.name };
  const lines: Line[] = run.lines.map((line) => ({ ...whose, ...line }));
  const { caps } = run.component;
  if (steps.length === 0 && caps.period === undefined && caps.year === undefined) {
    return { run, lines, valueAt: (end) => paidUpTo(known, run, end), backs: late };
  }
  const first = run.lines.map(({ date }) => date).sort()[0] ?? never;
  const values: { end: Day; value: number }[] = [];
  const backs: Back[] = [];
  let made = steps.map(() => 0);
  let month: Span = { from: "", until: "" };
  let value = 0;
  for (const date of within(monthsOfPlan(known), run.period, first)) {
    month = { from: month.until && later(month.until, 1), until: date };
    const returned = late
      .filter((one) => one.date <= date)
      .reduce((all, one) => all + one.cents, 0);
    const before = paidUpTo(known, run, date) + returned;
    const last = past.wholes.get(run.period.from);
    let after = before;
    made = steps.map(({ cause, to }, at) => {
      const given = after;
      after = to(given, date);
      lines.push({ ...whose, cause, date, cents: after - given - (made[at] ?? 0) });
      return after - given;
    });
    past.wholes.set(run.period.from, { before, after });
    const own = ownBacks(known, run, month, last);
    const told = late.filter((one) => holds(month, one.date));
    for (const { cents, paid, credit } of told) {
      if (cents === paid) continue;
      lines.push({ ...whose, cause: "reversal", date, cents: cents - paid, of: credit.date });
    }
    const kept = (of: Day, change: number) =>
      windows.reduce((given, { leftOf }) => {
        const left = leftOf(of, given);
        lines.push({ ...whose, cause: "capped", date, cents: left - given, of });
        return left;
      }, change);
    const moved = own.reduce((sum, { paid }) => sum + paid, 0);
    value += kept(date, after - (last?.after ?? 0) + moved);
    for (const { credit, paid } of own) value += kept(credit.date, -paid);
    for (const one of told) {
      const paid = 0 - kept(one.credit.date, -one.paid);
      backs.push({ ...one, paid });
      value -= paid;
    }
    values.push({ end: date, value });
  }
  const valueAt = (end: Day) => values.findLast((one) => one.end <= end)?.value ?? 0;
  return { run, lines, valueAt, backs };
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

/** In this order: multipliers, its own threshold, gates. */
function stepsOf(known: Known, component: ComponentEntry, holder: string): Step[] {
  const { name, threshold, gates, multipliers } = component;
  const attained = (of: string, end: Day) => attainmentAt(known, of, holder, end);
  const own = threshold === undefined ? [] : [{ component: name, at_least: threshold }];
  return [
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
}

function attainmentAt(known: Known, name: string, holder: string, end: Day): Figure {
  const component = known.plan.components.find((one) => one.name === name);
  const run = component && runAt(known, component, holder, end, end);
  return run ? attainmentOf(run) : 0;
}
