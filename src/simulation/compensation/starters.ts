import { hiredOn, type Person } from "../people.ts";
import { quotaQuarters } from "../repquotas.ts";
import { type QuotaOptions, sum, teamTargets } from "../targets.ts";
import type { Seat } from "../teams.ts";
import { type PlanYear, planHead, type Starters } from "./plan-year.ts";

/**
 * Executives and account managers who began within a year, with a ramped quota or none, and those who
 * left too soon for one: target pay over so little would be a rate without measure.
 */
export function startersIn(options: QuotaOptions, year: number): Starters {
  const { fiscal, organisation } = options;
  const quotas = quotaQuarters(options, year, teamTargets(options, year));
  const [start, end] = [fiscal.yearStart(year), fiscal.yearStart(year + 1)];
  const isStarter = (person: Person) =>
    hiredOn(person) >= start || sum(quotas.get(person) ?? []) === 0;
  const startersAs = (role: Seat["role"]) =>
    organisation.people
      .filter(({ posts }) =>
        posts.some((post) => post.role === role && post.from < end && post.to > start),
      )
      .filter(isStarter)
      .map(({ id }) => id);
  return {
    account_executive: startersAs("account_executive"),
    account_manager: startersAs("account_manager"),
  };
}

const titles = {
  account_executive: "account executive",
  account_manager: "account manager",
} as const;
const rates = { account_executive: 0.09, account_manager: 0.02 } as const;

/** What they are paid: a plain rate, and no less than a monthly amount that they keep. */
export function starterPlan(plan: PlanYear, role: Seat["role"]): string {
  const head = planHead(plan, {
    about: [
      `What ${titles[role]}s are paid who began within the year, or have no quota in it: a plain rate,`,
      "and no less than a monthly amount, which is never taken back. The list grows with each of them.",
    ],
    title: `New ${titles[role]}`,
    covers: [`roles: [${role}]`, `people: [${plan.starters[role].join(", ")}]`],
    pays: "month",
    isGrowing: true,
    terms: ["draw: { kind: non_recoverable, amount: 3000 }"],
  });
  return `${head}
  - name: First deals
    quota: none
    rate: ${rates[role]}
    reversal: { returns: original_line, within_days: 365 }
`;
}
