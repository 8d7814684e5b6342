import type { Cause } from "../../../src/compensation/line.ts";
import type { PlanEntry } from "../../../src/compensation/plan/schema.ts";
import type { Line } from "./course.ts";
import { type Day, daysOf, earliest, holds, later, monthsOn, never, type Span } from "./days.ts";
import { cents, type Known, type Person, periodOf, spanOf } from "./known.ts";
import { quotient, round, times } from "./ratio.ts";

/** What a person's pay period comes to, in cents. */
export interface Statement {
  readonly repId: string;
  readonly periodStart: Day;
  readonly earned: number;
  readonly draw: number;
  readonly owedBefore: number;
  readonly paid: number;
  readonly toppedUp: number;
  readonly advanced: number;
  readonly recovered: number;
  readonly owedAfter: number;
  /** Nothing: there is no plan before or after. */
  readonly takenOver: 0;
  readonly handedOver: 0;
}

/** All pay periods from that of the first line to that of the last. */
export function payPeriodsOf(known: Known, lines: readonly Line[]): Span[] {
  const days = lines.map(({ date }) => date).sort();
  const [first, last] = [days[0], days.at(-1)];
  const periods: Span[] = [];
  if (first === undefined || last === undefined) return periods;
  for (let day = first; ; ) {
    const period = periodOf(known, day, known.plan.pays);
    if (period.from > last) return periods;
    periods.push(period);
    day = later(period.until, 1);
  }
}

/** Settles a person's pay periods one after the other; the lines are those of no component. */
export function settled(
  known: Known,
  person: Person,
  periods: readonly Span[],
  own: readonly Line[],
): { readonly statements: Statement[]; readonly lines: Line[] } {
  const lines = planCaps(known, person, periods, own);
  const statements: Statement[] = [];
  let owed = 0;
  for (const period of periods) {
    const earned = sumIn(period, [...own, ...lines]);
    const { draw, paid, owedAfter } = settle(known, person, period, earned, owed);
    const change = owedAfter - owed;
    const [advanced, recovered] = [Math.max(0, change), Math.max(0, -change)];
    const toppedUp = paid - earned - change;
    const line = (cause: Cause, amount: number): Line => ({
      repId: person.repId,
      component: null,
      cause,
      date: period.until,
      cents: amount,
    });
    if (earned !== 0 || paid !== 0 || owed !== 0) {
      const balance = { draw, owedBefore: owed, paid, toppedUp, advanced, recovered, owedAfter };
      const passed = { takenOver: 0, handedOver: 0 } as const;
      const { repId } = person;
      statements.push({ repId, periodStart: period.from, earned, ...balance, ...passed });
      lines.push(line(Math.min(draw, paid) > 0 ? "draw" : "carried", toppedUp + advanced));
      lines.push(line("recovered", 0 - recovered));
    }
    owed = owedAfter;
  }
  return { statements, lines };
}

const sumIn = (period: Span, lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (holds(period, line.date) ? line.cents : 0), 0);

/** What the caps of the plan take, over all components. */
function planCaps(
  known: Known,
  { repId }: Person,
  periods: readonly Span[],
  own: readonly Line[],
): Line[] {
  const { caps } = known.plan;
  const years = new Map<Day, number>();
  return periods.map((period): Line => {
    const earned = sumIn(period, own);
    const left = capped(known, earned, caps.period);
    const year = periodOf(known, period.from, "year").from;
    const before = years.get(year) ?? 0;
    years.set(year, before + left);
    const paid = capped(known, before + left, caps.year) - capped(known, before, caps.year);
    return { repId, component: null, cause: "capped", date: period.until, cents: paid - earned };
  });
}

const capped = (known: Known, amount: number, cap: number | undefined): number =>
  cap === undefined ? amount : Math.min(amount, cents(known, cap));

function settle(known: Known, person: Person, period: Span, earned: number, owed: number) {
  const { negative_pay, leavers } = known.plan;
  const isKept = known.plan.draw?.kind === "non_recoverable";
  if (person.until !== null && person.until <= period.until) {
    return { draw: 0, ...lastly(leavers.recover_draw, earned, owed) };
  }
  const forgiven = negative_pay === "floored" ? Math.max(0, -earned) : 0;
  const net = earned + forgiven - owed;
  const draw = drawOf(known, person, period);
  const paid = Math.max(net, draw, 0);
  return { draw, paid, owedAfter: isKept ? Math.max(0, -net) : paid - net };
}

function lastly(recovers: boolean, earned: number, owed: number) {
  const gained = Math.max(earned, 0);
  if (!recovers) return { paid: gained, owedAfter: 0 };
  const recovered = Math.min(owed, gained);
  return { paid: gained - recovered, owedAfter: owed - recovered + Math.max(0, -earned) };
}

/** The draw of a pay period, by the days of it on which it holds. */
function drawOf(known: Known, person: Person, period: Span): number {
  const { draw } = known.plan;
  if (draw === undefined) return 0;
  const served = person.hiredOn ?? spanOf(known.plan, person).from;
  const ends = draw.months === undefined ? never : later(monthsOn(served, draw.months), -1);
  const last = earliest(period.until, earliest(draw.until ?? never, ends));
  const covered = daysOf({ from: period.from, until: last }).filter(isCovered(known.plan, person));
  const share = quotient(covered.length, daysOf(period).length);
  return round(times(share, cents(known, draw.amount)));
}

const isCovered = (plan: PlanEntry, person: Person) => (day: Day) =>
  holds(spanOf(plan, person), day) && !person.leaves.some((leave) => holds(leave, day));
