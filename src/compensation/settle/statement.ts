import type { Period } from "../../calendar.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { type Settled, settlePeriod } from "./draw.ts";
import { settleLeaver } from "./leaver.ts";
import { drawOf } from "./period-draw.ts";

/** What a person's pay period comes to; minor units. */
export interface Statement extends Settled {
  readonly repId: string;
  readonly payPeriod: Period;
  /** The sum of the period's lines. */
  readonly earned: number;
  /** What could be drawn. */
  readonly draw: number;
  readonly owedBefore: number;
}

/**
 * A person's pay periods settled one after the other, each with what the one before left owed. Periods
 * in which nothing was earned, drawn or owed have no statement.
 *
 * @param earned minor units by the first day of a pay period
 * @param owed before the first of them
 */
export function statementsOf(
  plan: PlanTerms,
  person: Person,
  payPeriods: readonly Period[],
  earned: ReadonlyMap<string, number>,
  owed = 0,
): Statement[] {
  const statements: Statement[] = [];
  for (const payPeriod of payPeriods) {
    const owedBefore = statements.at(-1)?.owedAfter ?? owed;
    const cents = earned.get(payPeriod.periodStart) ?? 0;
    const settled = settle(plan, person, payPeriod, cents, owedBefore);
    statements.push({ repId: person.repId, payPeriod, earned: cents, owedBefore, ...settled });
  }
  return statements.filter((one) => one.earned !== 0 || one.paid !== 0 || one.owedBefore !== 0);
}

function settle(
  plan: PlanTerms,
  person: Person,
  payPeriod: Period,
  earned: number,
  owed: number,
): Settled & Pick<Statement, "draw"> {
  const { negativePay, leavers } = plan;
  if (person.until !== null && person.until <= payPeriod.periodEnd) {
    return { draw: 0, ...settleLeaver(earned, owed, leavers.recoversDraw) };
  }
  const draw = drawOf(plan, person, payPeriod);
  const kind = plan.draw?.kind ?? "recoverable";
  return { draw, ...settlePeriod({ earned, draw, kind, owed, negativePay }) };
}

/**
 * Draws, pay under zero that is carried forward, and what is recovered of both as lines, so that lines
 * sum to what is paid. Only what is paid is drawn.
 */
export function balanceLines(statement: Statement): PayLine[] {
  const { repId, payPeriod, draw, paid, toppedUp, advanced, recovered } = statement;
  const line = lineOfNoCredit({ repId, component: null, date: payPeriod.periodEnd, payPeriod });
  const amounts = [
    { cause: draw > 0 && paid > 0 ? "draw" : "carried", amountCents: toppedUp + advanced },
    { cause: "recovered", amountCents: recovered === 0 ? 0 : -recovered },
  ] as const;
  return amounts
    .filter(({ amountCents }) => amountCents !== 0)
    .map((amount) => ({ ...line, ...amount }));
}
