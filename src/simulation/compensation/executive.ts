import { dateText } from "../days.ts";
import { type QuotaOptions, roundTo, sum } from "../targets.ts";
import { coveredRole, type PlanYear, planHead } from "./plan-year.ts";

const last = { accelerators: [1.4, 1.8], from: 1.25, cap: 2.5, quarter: 2, each: 2_000 } as const;
const running = { accelerators: [1.5, 2], from: 1.2, cap: 2.5, quarter: 1, each: 2_500 } as const;

/** What account executives are paid: their share of target pay up to quota, more beyond it. */
export function executivePlan(plan: PlanYear): string {
  const { accelerators, from, cap } = plan.isRunning ? running : last;
  const head = planHead(plan, {
    about: [
      "What account executives are paid: variable pay over quota for every dollar up to quota,",
      `${accelerators[0]} times that beyond it and ${accelerators[1]} times from ${Math.round(from * 100)} % on. Half when a deal is signed, half as it is paid.`,
    ],
    title: "Account executive",
    covers: coveredRole("account_executive", plan),
    pays: "month",
  });
  return `${head}
  - name: New business and expansion
    where: { types: [new, expansion] }
    target_share: 1                         # of variable pay, at 100 % of quota
    period: year                            # credit adds up over the fiscal year, as the quota does
    rate:
      rule: marginal
      tiers:
        - { from: 0, times: 1 }             # of the base rate: target pay over quota
        - { from: 1, times: ${accelerators[0]} }           # from 100 % of quota on
        - { from: ${from}, times: ${accelerators[1]} }
    caps: { attainment: ${cap} }
    paid: { booking: 0.5, cash: 0.5 }
    reversal: { returns: original_line, within_days: 365 }   # taken back if cancelled within a year
${spiff(plan)}`;
}

/** For a quarter: an amount for each new customer of some size, until the money is spent. */
function spiff({ options, year, isRunning }: PlanYear): string {
  const { quarter, each } = isRunning ? running : last;
  const first = options.fiscal.quarterOf(options.fiscal.yearStart(year)) + quarter;
  const [from, until] = [first, first + 1].map((one) => options.fiscal.quarterStart(one));
  const dates = `from: ${dateText(from ?? 0)}, until: ${dateText((until ?? 0) - 1)}`;
  return `
  - name: Large new customers               # SPIF of a quarter
    measure: new_customers
    where: { types: [new], min_amount: 100000, ${dates} }
    quota: none
    rate: { rule: flat, per_unit: ${each} }
    budget: { amount: ${spiffBudget(options)}, use: first_come }
`;
}

/** About what the wins of a quarter come to: money runs out in a good one. */
const spiffBudget = ({ organisation }: QuotaOptions) =>
  Math.max(2_000, roundTo(700 * sum(organisation.teams.map(({ seats }) => seats.length)), 1_000));
