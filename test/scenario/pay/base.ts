import type { PlanBase } from "../../../src/scenario/base.ts";
import type { PaidPerson, PayBase } from "../../../src/scenario/pay/base.ts";

/** A plan that pays a share of every deal, and nothing else. */
export const flatPlan = {
  plan: "Share",
  effective_from: "2026-02-01",
  components: [{ name: "Deals", quota: "none", rate: { rule: "flat", rate: 0.1 } }],
};

/** A plan that pays target pay at quota, and twice as much for what is beyond. */
export const targetPlan = {
  plan: "Target",
  effective_from: "2026-02-01",
  effective_until: "2027-01-31",
  components: [
    {
      name: "Deals",
      target_share: 1,
      rate: {
        rule: "marginal",
        tiers: [
          { from: 0, times: 1 },
          { from: 1, times: 2 },
        ],
      },
    },
  ],
};

/** Everybody who sells under one plan, with on-target earnings of 200,000, half of them variable. */
export function payBase(
  base: PlanBase,
  written: { readonly plan: string },
  beside: readonly PaidPerson[] = [],
): PayBase {
  const name = written.plan;
  return {
    defaults: { currency: "USD", fiscalYearStarts: 2 },
    plans: [{ name, written, parts: [whole], companyCentsIn: 1 }],
    people: [
      ...base.year.sellers.map(({ repId, teamId, regionId }) => ({
        ...terms,
        repId,
        plan: name,
        teamId,
        regionId,
        follows: { level: "rep" as const, id: repId },
      })),
      ...beside,
    ],
    companyQuota: null,
    planOfRole: Object.fromEntries(base.newcomers.map(({ role }) => [role, name])),
  };
}

export const terms = {
  onTargetEarnings: 20_000_000,
  variableShare: 0.5,
  quotaShares: { Deals: 1 },
  levels: {},
  hiredOn: null,
};

/** All that is booked is credited, in deals of 10,000. */
const whole = {
  role: "owner" as const,
  type: "new",
  product: null,
  dealCents: 1_000_000,
  amount: 1,
  credit: 1,
  units: null,
};
