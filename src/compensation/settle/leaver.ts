import type { PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import type { Days, Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { balanced, type Due, type Settled } from "./draw.ts";

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
 * The last settlement of somebody who leaves: nothing is advanced any more, what is guaranteed is paid for
 * their days, and what is owed is recovered from what was earned as far as it goes, or written off.
 *
 * @param guaranteed minor units that are paid at least
 */
export function settleLeaver(
  { earned, owed, guaranteed }: Pick<Due, "earned" | "owed"> & { readonly guaranteed: number },
  recoversDraw: boolean,
): Settled {
  const gained = Math.max(earned, 0);
  const recovered = recoversDraw ? Math.min(owed, gained) : 0;
  return balanced(
    { earned, owed },
    {
      paid: Math.max(gained - recovered, guaranteed),
      owedAfter: recoversDraw ? owed - recovered + Math.max(0, -earned) : 0,
    },
  );
}
