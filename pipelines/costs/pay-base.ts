import { spelledOut } from "../../src/compensation/plan/schema.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { PaidPerson, PaidPlan, PayBase } from "../../src/scenario/pay/base.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { readYaml } from "../../src/workspace/yaml.ts";
import type { CreditedPlan } from "../compensation/credited-plans.ts";
import { type Covered, coveredToday, type PayBaseInputs } from "./covered.ts";
import { creditedParts } from "./credited.ts";
import { companyQuota, quotaShares } from "./quota-shares.ts";

/** What the cost of pay in a scenario is worked out from, as things stand today. */
export function payBaseOf(all: PayBaseInputs): PayBase {
  const covered = coveredToday(all);
  return {
    defaults: all.defaults,
    plans: [...grouped(covered, ({ plan }) => plan).entries()].map(([plan, own]) =>
      paidPlan(plan, own, all),
    ),
    people: covered.map((one) => paidPerson(one, all)),
    planOfRole: plansOfRoles(covered, all.base),
    companyQuota: companyQuota(all),
  };
}

function paidPlan(
  { plan: { terms, text, file }, exchange }: CreditedPlan,
  covered: readonly Covered[],
  { credits, booked, books: { currency, asOf } }: PayBaseInputs,
): PaidPlan {
  const people = new Set(covered.map(({ person }) => person.repId));
  const followed = covered.reduce((sum, { follows }) => sum + booked(follows), 0);
  return {
    name: terms.name,
    written: spelledOut(readYaml(text, file).value),
    parts: creditedParts(
      terms,
      credits.filter(({ rep_id }) => people.has(rep_id)),
      followed,
    ),
    companyCentsIn: exchange(currency, asOf).valueOf(),
  };
}

function paidPerson({ plan, person, follows }: Covered, all: PayBaseInputs): PaidPerson {
  const { organisation, asOf } = all.books;
  const place = organisation.placeOf(person.repId, asOf);
  const terms = person.pay.at(-1);
  return {
    repId: person.repId,
    plan: plan.plan.terms.name,
    teamId: place?.team_id ?? "unassigned",
    regionId: place?.region_id ?? "unassigned",
    follows,
    onTargetEarnings: terms?.onTargetEarnings?.valueOf() ?? null,
    variableShare: terms?.variableShare?.valueOf() ?? null,
    hiredOn: person.hiredOn,
    quotaShares: quotaShares({ plan, person, follows }, all),
    levels: lastLevels(plan, person.repId),
  };
}

/** By component; credits are in order of their days. */
const lastLevels = ({ credits }: CreditedPlan, repId: string) =>
  Object.fromEntries(
    credits.flatMap((credit) =>
      credit.repId === repId && credit.levelOf !== undefined
        ? [[credit.levelOf, credit.creditCents] as const]
        : [],
    ),
  );

/** The plan that most of a role's sellers are under. */
function plansOfRoles(covered: readonly Covered[], { year: { sellers } }: PlanBase) {
  const planOf = new Map(covered.map(({ person, plan }) => [person.repId, plan.plan.terms.name]));
  const byRole = grouped(sellers, ({ role }) => role);
  const pairs = [...byRole].flatMap(([role, own]) => {
    const names = own.flatMap(({ repId }) => planOf.get(repId) ?? []);
    const counts = [...grouped(names, (name) => name)].sort((a, b) => b[1].length - a[1].length);
    return counts[0] ? [[role, counts[0][0]] as const] : [];
  });
  return Object.fromEntries(pairs);
}
