import { type Due, dueOf } from "../compensation/held-words.ts";
import type { ExplainedLine } from "../explain.ts";
import type { StatementEdition } from "./edition.ts";
import type { ComponentPay, PlanPay } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

/** Why lines of a person's held pay are due. */
export function heldDue(
  { component, terms }: ComponentPay,
  { plan, currency }: PlanPay,
  { rep_id, lines }: PaidPerson,
  { plans, asOf: through }: StatementEdition,
): (line: ExplainedLine) => Due {
  const credits = plans.find((one) => one.plan.terms.name === plan)?.credits.get(rep_id) ?? [];
  return dueOf({ component, terms, plan, currency, through, lines, credits });
}
