import type { PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import type { Days, Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import type { Settled } from "./draw.ts";

/** Whether a credit counts under the plan: what is taken back always does. */
export function isCredited(credit: Credit, span: Days, person: Person, plan: PlanTerms): boolean {
  if (credit.reverses !== null) return true;
  const isAfterLeaving = person.until !== null && credit.date > person.until;
  if (isAfterLeaving && plan.leavers.pay === "earned") return endsLater(plan, credit.date);
  return credit.date >= span.from && credit.date <= span.until;
}

const endsLater = ({ effectiveUntil }: PlanTerms, date: PlainDate) =>
  effectiveUntil === null || date <= effectiveUntil;

/**
 * The last settlement of somebody who leaves: nothing is drawn any more, and what is owed is recovered
 * from what was earned as far as it goes, or written off.
 */
export function settleLeaver(earned: number, owed: number, recoversDraw: boolean): Settled {
  const recovered = recoversDraw ? Math.min(owed, Math.max(earned, 0)) : 0;
  const paid = Math.max(earned, 0) - recovered;
  const owedAfter = recoversDraw ? owed - recovered + Math.max(0, -earned) : 0;
  const change = owedAfter - owed;
  return {
    paid,
    toppedUp: paid - earned - change,
    advanced: Math.max(0, change),
    recovered: Math.max(0, -change),
    owedAfter,
  };
}
