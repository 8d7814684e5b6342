import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";

/** Each plan in its last period, where something is owed at its end. */
export function owingPlans(periods: readonly Pick<PayPeriod, "plans">[]): PlanPay[] {
  const last = new Map<string, PlanPay>();
  for (const plan of periods.flatMap(({ plans }) => plans)) {
    if (!last.has(plan.plan)) last.set(plan.plan, plan);
  }
  return [...last.values()].filter((plan) => owedOf(plan) !== 0);
}

/** Minor units. */
export const owedOf = ({ balance }: PlanPay): number => balance?.closing_cents ?? 0;

/** What somebody is paid by on the as-of. */
export interface Standing {
  /** The plans that cover the person. */
  readonly covering: readonly Pick<PlanTerms, "name" | "currency" | "isSupplement">[];
  readonly hasLeft: boolean;
}

/**
 * What becomes of what is owed: a plan takes it off its own pay while it lasts, and the next in the same
 * currency has it once the last pay period is over. Supplements keep theirs.
 *
 * @param owing the latest first
 */
export function owedNote(owing: readonly PlanPay[], standing: Standing): string {
  if (owing.length === 0) return "of draws and of pay under zero";
  return owing.map((pay) => fateOf(pay, standing)).join("; ");
}

function fateOf({ plan, currency, isSupplement }: PlanPay, { covering, hasLeft }: Standing) {
  if (covering.some(({ name }) => name === plan)) return `taken off later pay of ${plan}`;
  const own = `taken off what ${plan} still pays`;
  if (isSupplement) return `${own}, not off pay of other plans`;
  const next = covering.find((one) => !one.isSupplement && one.currency === currency);
  if (next) return `goes on from ${plan} to ${next.name} when the pay period is over`;
  return hasLeft ? own : `${own}, then off your next plan in ${currency}`;
}
