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

/**
 * What becomes of what is owed: each plan takes off its own pay alone, so that of one that has ended only
 * what it still pays goes to it.
 *
 * @param owing the latest first
 * @param covering names of the plans that cover the person now
 */
export function owedNote(owing: readonly PlanPay[], covering: readonly string[]): string {
  const ended = owing.map(({ plan }) => plan).filter((plan) => !covering.includes(plan));
  if (ended.length === 0) return "taken off later pay of the plan";
  const names = ended.join(" and ");
  const isOne = ended.length === 1;
  return ended.length === owing.length
    ? `taken off what ${names} still ${isOne ? "pays" : "pay"}, not off pay of other plans`
    : `each taken off its own plan's later pay, of which ${names} ${isOne ? "has" : "have"} ended`;
}
