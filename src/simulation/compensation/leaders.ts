import { companyTarget } from "../targets.ts";
import { type PlanYear, planHead } from "./plan-year.ts";

/** What managers are paid: each quarter's bookings of the team against its quota. */
export function managerPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: [
      "What managers are paid: what their team sells in a quarter, from 60 % of its quota on. Deals",
      "that they look after while a seat is empty count as the team's, and not a second time.",
    ],
    title: "Manager",
    covers: ["roles: [manager]"],
    pays: "quarter",
  });
  return `${head}
  - name: Bookings of the team
    credit: [team]                          # every deal of the team, against the team's quota
    target_share: 1
    period: quarter                         # begins anew each quarter
    rate:
${plan.isRunning ? overage : marginal}
    threshold: 0.6                          # nothing under 60 %; then all of it
    caps: { attainment: 1.8 }
    reversal: { returns: original_line, within_days: 365 }
`;
}

const marginal = `      rule: marginal
      tiers:
        - { from: 0, times: 1 }
        - { from: 1, times: 1.3 }`;

const overage = `      rule: overage                         # all beyond quota is paid at the tier reached
      tiers:
        - { from: 0, times: 1 }
        - { from: 1, times: 1.3 }
        - { from: 1.15, times: 1.6 }`;

/** What directors are paid: the bookings of their region. */
export function directorPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: [
      "What directors are paid: what everybody under them sells, against their region's quota.",
    ],
    title: "Director",
    covers: ["roles: [director]"],
    pays: "quarter",
  });
  return `${head}
  - name: Bookings of the region
    credit: [manager]                       # deals of everybody who reports to them, at any depth
    target_share: 1
    period: year
    rate:
      rule: marginal
      tiers:
        - { from: 0, times: 1 }
        - { from: 1, times: ${plan.isRunning ? 1.6 : 1.5} }
    caps: { attainment: 1.6 }
    reversal: { returns: original_line, within_days: 365 }
`;
}

/** Where next to nothing was ever sold there is no target, and a plan must have one. */
const leastTarget = 250_000;

/** What the vice president is paid: the company's bookings on a curve, against its target. */
export function vicePresidentPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: ["What the vice president is paid: what the company sells, against its target."],
    title: "Vice president",
    covers: ["roles: [vice_president]"],
    pays: "quarter",
  });
  return `${head}
  - name: Bookings of the company
    credit: [manager]                       # deals of everybody who reports to them, at any depth
    target_share: 1
    period: year
    quota: ${Math.max(companyTarget(plan.options, plan.year), leastTarget)}                         # the company's, as the board set it
    rate:
      rule: curve
      points:
        - { at: 0, pays: 0 }
        - { at: 0.8, pays: ${plan.isRunning ? 0.6 : 0.7} }
        - { at: 1, pays: 1 }
        - { at: 1.2, pays: 1.6 }
      beyond: flat
    reversal: { returns: original_line, within_days: 365 }
`;
}
