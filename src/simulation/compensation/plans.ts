import { yearLabel } from "../fiscal.ts";
import type { QuotaOptions } from "../targets.ts";
import { accountManagerPlan } from "./account-manager.ts";
import { executivePlan } from "./executive.ts";
import { directorPlan, managerPlan, vicePresidentPlan } from "./leaders.ts";
import type { PlanYear } from "./plan-year.ts";
import { starterPlan, startersIn } from "./starters.ts";
import { developmentPlan, engineerPlan } from "./support.ts";

/** One plan a role: at 100 % of quota each pays a person's variable pay. */
const plans: Readonly<Record<string, (plan: PlanYear) => string>> = {
  account_executive: executivePlan,
  account_manager: accountManagerPlan,
  sales_engineer: engineerPlan,
  development_rep: developmentPlan,
  manager: managerPlan,
  director: directorPlan,
  vice_president: vicePresidentPlan,
};

/**
 * Pay plans of the last complete fiscal year and the running one, of every role that somebody has: texts
 * by file name.
 */
export function compensationPlans(options: QuotaOptions): Map<string, string> {
  const { lastYear } = options;
  return new Map([lastYear - 1, lastYear].flatMap((year) => yearPlans(options, year)));
}

function yearPlans(options: QuotaOptions, year: number): [string, string][] {
  const starters = startersIn(options, year);
  const plan: PlanYear = { options, year, isRunning: year === options.lastYear, starters };
  const held = new Set<string>(
    options.organisation.people.flatMap(({ posts }) => posts.map(({ role }) => role)),
  );
  const own = Object.entries(plans).filter(([role]) => held.has(role));
  const name = (role: string) => `${role}_${yearLabel(year).toLowerCase()}.yaml`;
  const begun = (["account_executive", "account_manager"] as const).filter(
    (role) => starters[role].length > 0,
  );
  return [
    ...own.map(([role, write]): [string, string] => [name(role), write(plan)]),
    ...begun.map((role): [string, string] => [name(`new_${role}`), starterPlan(plan, role)]),
  ];
}
