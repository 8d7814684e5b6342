import type { Cause } from "../../../src/compensation/line.ts";
import type { Line } from "./course.ts";
import { type Day, daysOf, earliest, holds, later, monthsOn, never, type Span } from "./days.ts";
import { cents, isThere, type Known, type Person, periodOf, spanOf } from "./known.ts";
import type { Move } from "./moves.ts";
import { quotient, round, times } from "./ratio.ts";
import { windowsOf } from "./windows.ts";

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
  moves: readonly Move[],
): { readonly statements: Statement[]; readonly lines: Line[] } {
  const lines = planCaps(known, person, periods, own, moves);
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

const sumIn = (period: Span, lines: readonly Pick<Line, "date" | "cents">[]): number =>
  lines.reduce((sum, line) => sum + (holds(period, line.date) ? line.cents : 0), 0);

/** What the caps of the plan take, over all components. */
function planCaps(
  known: Known,
  { repId }: Person,
  periods: readonly Span[],
  own: readonly Line[],
  moves: readonly Move[],
): Line[] {
  const { caps, pays } = known.plan;
  const windows = [windowsOf(known, caps.period, pays), windowsOf(known, caps.year, "year")];
  const startOf = ({ of }: Move) => periodOf(known, of, pays).from;
  return periods.flatMap((period) => {
    const told = moves.filter(({ date }) => holds(period, date));
    const earlier = [...new Set(told.map(startOf))].sort();
    const changes = earlier.map((from) => {
      const back = told.filter((move) => startOf(move) === from);
      return { from, cents: 0 - sumIn(period, back) };
    });
    const here = { from: period.from, cents: sumIn(period, own) + sumIn(period, moves) };
    return [here, ...changes].flatMap(({ from, cents }) => {
      let left = cents;
      return windows.map(({ leftOf }): Line => {
        const given = left;
        left = leftOf(from, given);
        const cut = left - given;
        return { repId, component: null, cause: "capped", date: period.until, cents: cut };
      });
    });
  });
}

function settle(known: Known, person: Person, period: Span, earned: number, owed: number) {
  const { negative_pay, leavers } = known.plan;
  const isKept = known.plan.draw?.kind === "non_recoverable";
  const draw = drawOf(known, person, period);
  if (person.until !== null && person.until <= period.until) {
    return lastly(leavers.recover_draw, isKept ? draw : 0, earned, owed);
  }
  const forgiven = negative_pay === "floored" ? Math.max(0, -earned) : 0;
  const net = earned + forgiven - owed;
  const paid = Math.max(net, draw, 0);
  return { draw, paid, owedAfter: isKept ? Math.max(0, -net) : paid - net };
}

/** Nothing is advanced any more; what is never taken back is paid for the last days, too. */
function lastly(recovers: boolean, draw: number, earned: number, owed: number) {
  const gained = Math.max(earned, 0);
  if (!recovers) return { draw, paid: Math.max(gained, draw), owedAfter: 0 };
  const recovered = Math.min(owed, gained);
  const owedAfter = owed - recovered + Math.max(0, -earned);
  return { draw, paid: Math.max(gained - recovered, draw), owedAfter };
}

/** The draw of a pay period, by the days of it on which it holds. */
function drawOf(known: Known, person: Person, period: Span): number {
  const { draw } = known.plan;
  if (draw === undefined) return 0;
  const served = person.hiredOn ?? spanOf(known.plan, person).from;
  const ends = draw.months === undefined ? never : later(monthsOn(served, draw.months), -1);
  const last = earliest(period.until, earliest(draw.until ?? never, ends));
  const covered = daysOf({ from: period.from, until: last }).filter((day) =>
    isThere(known.plan, person, day),
  );
  const share = quotient(covered.length, daysOf(period).length);
  return round(times(share, cents(known, draw.amount)));
}
