import type { Credit } from "../../src/compensation/credit/credit.ts";
import { overrideCredits } from "../../src/compensation/credit/override.ts";
import type { PayLine } from "../../src/compensation/line.ts";
import { convertedCents } from "./convert.ts";
import type { Exchange } from "./exchange.ts";
import type { Organisation } from "./organisation.ts";
import type { StaffedPlan } from "./overlaps.ts";

/** What a plan pays, in minor units of its currency. */
export interface PlanPay {
  readonly currency: string;
  readonly lines: readonly PayLine[];
}

/** What managers whom a plan covers are credited with of what others were paid; in the plan's currency. */
export function overridesUnder(
  { terms, people }: StaffedPlan,
  paid: readonly PlanPay[],
  { managersOf }: Organisation,
  exchange: Exchange,
): Credit[] {
  const covered = new Set(people.map(({ repId }) => repId));
  const inCurrency = ({ currency, lines }: PlanPay) =>
    currency === terms.currency
      ? lines
      : lines.map((line) => ({
          ...line,
          amountCents: convertedCents(line.amountCents, currency, line.date, exchange),
        }));
  return overrideCredits(
    paid.flatMap(inCurrency),
    (repId, date) => managersOf(repId, date)[0] ?? null,
  ).filter(({ repId }) => covered.has(repId));
}

/** Plans that pay on what others were paid come after them. */
export const byDependence = (plans: readonly StaffedPlan[]) => [
  ...plans.filter((plan) => !isOverride(plan)),
  ...plans.filter(isOverride),
];

export const isOverride = ({ terms }: StaffedPlan) =>
  terms.components.some(({ measure }) => measure === "commission");
