import type { Period, PlainDate } from "../../calendar.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { type Settled, settlePeriod } from "./draw.ts";
import { settleLeaver } from "./leaver.ts";
import { isHandedOver, type Passage } from "./passage.ts";
import { drawOf, noDraw, type PeriodDraw } from "./period-draw.ts";

/** What a person's pay period comes to; minor units. */
export interface Statement extends Settled {
  readonly repId: string;
  readonly payPeriod: Period;
  /** The sum of the period's lines. */
  readonly earned: number;
  /** What could be drawn. */
  readonly draw: PeriodDraw;
  readonly owedBefore: number;
  /** Owed on the plan before, and from this period on to be recovered here. */
  readonly takenOver: number;
  /** Owed at the end and gone on to the plan after; owedAfter is what is left without it. */
  readonly handedOver: number;
}

interface Course {
  readonly plan: PlanTerms;
  readonly person: Person;
  /** One after the other. */
  readonly periods: readonly Period[];
  /** Minor units by the first day of a pay period. */
  readonly earned: ReadonlyMap<PlainDate, number>;
  /** Before the first of them. */
  readonly owed: number;
  /** Minor units by the first day of a pay period. */
  readonly takenOver: ReadonlyMap<PlainDate, number>;
  readonly passage: Passage;
  readonly through: PlainDate;
}

/**
 * A person's pay periods settled one after the other, each with what the one before left owed. Periods
 * in which nothing was earned, drawn or owed have no statement.
 */
export function statementsOf(course: Course): Statement[] {
  const statements: Statement[] = [];
  for (const payPeriod of course.periods) {
    statements.push(statementOf(course, payPeriod, statements.at(-1)?.owedAfter ?? course.owed));
  }
  return statements.filter(
    ({ earned, paid, owedBefore, takenOver }) =>
      earned !== 0 || paid !== 0 || owedBefore !== 0 || takenOver !== 0,
  );
}

function statementOf(course: Course, payPeriod: Period, owedBefore: number): Statement {
  const { person, passage, through } = course;
  const earned = course.earned.get(payPeriod.periodStart) ?? 0;
  const takenOver = course.takenOver.get(payPeriod.periodStart) ?? 0;
  const settled = settle(course, payPeriod, earned, owedBefore + takenOver);
  const handedOver = isHandedOver(passage, payPeriod, through) ? settled.owedAfter : 0;
  return {
    repId: person.repId,
    payPeriod,
    earned,
    owedBefore,
    takenOver,
    handedOver,
    ...settled,
    owedAfter: settled.owedAfter - handedOver,
  };
}

function settle(
  { plan, person, passage }: Course,
  payPeriod: Period,
  earned: number,
  owed: number,
): Settled & Pick<Statement, "draw"> {
  const { negativePay, leavers } = plan;
  const kind = plan.draw?.kind ?? "recoverable";
  const own = drawOf(plan, person, payPeriod);
  if (!isLast(person, payPeriod, passage)) {
    return { draw: own, ...settlePeriod({ earned, draw: own.cents, kind, owed, negativePay }) };
  }
  // who leaves has no later pay for it to be recovered from
  const draw = kind === "recoverable" ? noDraw : own;
  const due = { earned, owed, guaranteed: draw.cents };
  return { draw, ...settleLeaver(due, leavers.recoversDraw) };
}

/** Whether somebody has left the plan by the end of a pay period, and goes on to none that takes over. */
const isLast = ({ until }: Person, { periodEnd }: Period, { goesOn }: Passage) =>
  until !== null && until <= periodEnd && goesOn === null;

/**
 * Draws, pay under zero that is carried forward, and what is recovered of both as lines, so that lines
 * sum to what is paid. Only what is paid is drawn.
 */
export function balanceLines(statement: Statement): PayLine[] {
  const { repId, payPeriod, draw, paid, toppedUp, advanced, recovered } = statement;
  const line = lineOfNoCredit({ repId, component: null, date: payPeriod.periodEnd, payPeriod });
  const beyond = { ...line, amountCents: toppedUp + advanced };
  const lines: PayLine[] = [
    draw.cents > 0 && paid > 0
      ? { ...beyond, cause: "draw", baseCents: draw.whole, rate: draw.share }
      : { ...beyond, cause: "carried" },
    { ...line, cause: "recovered", amountCents: recovered === 0 ? 0 : -recovered },
  ];
  return lines.filter(({ amountCents }) => amountCents !== 0);
}
