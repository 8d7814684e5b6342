import { coveredRole, type PlanYear, planHead } from "./plan-year.ts";

/** What account managers are paid: renewals and expansion alike, more for keeping all customers. */
export function accountManagerPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: [
      "What account managers are paid: variable pay over quota for renewals and expansion. A fifth is",
      "held back until renewals alone are three quarters of quota; from all of it on, a tenth is added.",
    ],
    title: "Account manager",
    covers: coveredRole("account_manager", plan),
    pays: "quarter",
  });
  return `${head}
  - name: Renewals and expansion
    where: { types: [renewal, expansion] }
    target_share: 1                         # of variable pay, at 100 % of quota
    period: year
    rate:
      rule: marginal
      tiers:
        - { from: 0, times: 1 }             # of the base rate: target pay over quota
        - { from: 1, times: ${plan.isRunning ? 1.3 : 1.2} }
    multipliers:
      - by: Retention
        tiers:
          - { from: 0, times: 0.8 }
          - { from: 0.75, times: 1 }
          - { from: 1, times: 1.1 }
    caps: { attainment: 2 }
    reversal: { returns: original_line, within_days: 365 }

  - name: Retention                         # pays nothing itself: renewals as a share of the quota
    where: { types: [renewal] }
    period: year
    rate: 0
`;
}
