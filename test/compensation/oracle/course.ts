import type { Cause } from "../../../src/compensation/line.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { type Back, lateBacks, ownBacks, type Past, type Whole } from "./backs.ts";
import { bookOf, paidUpTo, type Run } from "./book.ts";
import { type Day, holds, later, never, type Span } from "./days.ts";
import type { Known } from "./known.ts";
import { monthsOfPlan, within } from "./month-ends.ts";
import { type Step, stepsOf } from "./steps.ts";
import { type Windows, windowsOf } from "./windows.ts";

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
  /** What earlier pay periods and measure periods give back of what they paid. */
  readonly backs: readonly Back[];
}

/** All that the runs of a holder have in common. */
interface Holder {
  readonly steps: readonly Step[];
  /** Of the pay period and of the year. */
  readonly windows: readonly Windows[];
  readonly past: Past;
}

/** The courses of a component, of each holder in order of measure periods. */
export function coursesOf(known: Known, component: ComponentEntry): Course[] {
  const runs = [...bookOf(known, component, never)];
  const holders = [...new Set(runs.map(({ holder }) => holder))];
  const { period, year } = component.caps;
  return holders.flatMap((repId) => {
    const own = runs.filter((run) => run.holder === repId);
    const inOrder = own.sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    const holder = {
      steps: stepsOf(known, component, repId),
      windows: [windowsOf(known, period, known.plan.pays), windowsOf(known, year, "year")],
      past: { wholes: new Map(), taken: new Map() },
    };
    return inOrder.map((run) => courseOf(known, run, holder));
  });
}

function courseOf(known: Known, run: Run, { steps, windows, past }: Holder): Course {
  const { caps, name } = run.component;
  const late = lateBacks(run, past);
  const months = monthsOf(known, run);
  const own = run.lines.map((line) => ({ repId: run.holder, component: name, ...line }));
  if (steps.length === 0 && caps.period === undefined && caps.year === undefined) {
    const early = months.flatMap((month) => ownBacks(known, run, month, undefined));
    const backs = [...early, ...late];
    return { run, lines: own, valueAt: (end) => paidUpTo(known, run, end), backs };
  }
  const wholes = months.map((month) => wholeAt(known, run, { steps, late, month }));
  const last = wholes.at(-1);
  if (last !== undefined) past.wholes.set(run.period.from, last);
  const changes = months.flatMap((month, at) =>
    changesIn(month, {
      before: wholes[at - 1],
      now: wholes[at],
      own: ownBacks(known, run, month, wholes[at - 1]),
      late: late.filter(({ date }) => holds(month, date)),
    }),
  );
  const kept = changes.map((change) => ({ ...change, ...keptOf(change, windows) }));
  const made = [
    ...stepLines(steps, months, wholes),
    ...late.map(correction(months)),
    ...kept.flatMap(({ lines }) => lines),
  ];
  return {
    run,
    lines: [...own, ...made.map((line) => ({ repId: run.holder, component: name, ...line }))],
    valueAt: (end) => kept.reduce((sum, { date, left }) => sum + (date <= end ? left : 0), 0),
    backs: kept.flatMap(({ back, left }) => (back === null ? [] : { ...back, paid: 0 - left })),
  };
}

type Made = Omit<Line, "repId" | "component">;

/** The months that are looked at, the first from ever. */
function monthsOf(known: Known, run: Run): Span[] {
  const first = run.lines.map(({ date }) => date).sort()[0] ?? never;
  const ends = within(monthsOfPlan(known), run.period, first);
  return ends.map((until, at) => ({ from: at === 0 ? "" : later(ends[at - 1] ?? "", 1), until }));
}

/** What a run comes to at the end of a month, and what each step made of it. */
interface Stepped extends Whole {
  readonly made: readonly number[];
}

function wholeAt(
  known: Known,
  run: Run,
  { steps, late, month }: { steps: readonly Step[]; late: readonly Back[]; month: Span },
): Stepped {
  const { until } = month;
  const returned = late.filter(({ date }) => date <= until);
  const before = returned.reduce((sum, { cents }) => sum + cents, paidUpTo(known, run, until));
  let after = before;
  const made = steps.map(({ to }) => {
    const given = after;
    after = to(given, until);
    return after - given;
  });
  return { before, after, made };
}

/** What each month changed of what the steps make. */
const stepLines = (
  steps: readonly Step[],
  months: readonly Span[],
  wholes: readonly Stepped[],
): Made[] =>
  months.flatMap(({ until }, at) =>
    steps.map(({ cause }, place): Made => {
      const [before, now] = [wholes[at - 1]?.made[place] ?? 0, wholes[at]?.made[place] ?? 0];
      return { cause, date: until, cents: now - before };
    }),
  );

/** Where what isn't paid back of earlier measure periods is given again. */
const correction =
  (months: readonly Span[]) =>
  ({ date, cents, paid }: Back): Made => {
    const told = months.find((month) => holds(month, date))?.until ?? date;
    return { cause: "reversal", date: told, cents: cents - paid };
  };

/** A change of pay that is told in a month, and the day whose windows it belongs to. */
interface Change {
  readonly date: Day;
  readonly of: Day;
  readonly cents: number;
  /** What it takes back. */
  readonly back: Back | null;
}

interface Told {
  readonly before: Whole | undefined;
  readonly now: Whole | undefined;
  readonly own: readonly Back[];
  readonly late: readonly Back[];
}

/** What a month changes by itself, then what is taken back in it of earlier periods. */
function changesIn({ until }: Span, { before, now, own, late }: Told): Change[] {
  const change = (now?.after ?? 0) - (before?.after ?? 0);
  const cents = own.reduce((sum, { paid }) => sum + paid, change);
  const backOf = (back: Back): Change => ({
    date: until,
    of: back.credit.date,
    cents: 0 - back.paid,
    back,
  });
  return [{ date: until, of: until, cents, back: null }, ...[...own, ...late].map(backOf)];
}

/** What the caps leave of a change, and what they take of it. */
function keptOf({ date, of, cents }: Change, windows: readonly Windows[]) {
  let left = cents;
  const lines = windows.map(({ leftOf }): Made => {
    const given = left;
    left = leftOf(of, given);
    return { cause: "capped", date, cents: left - given };
  });
  return { left, lines };
}
