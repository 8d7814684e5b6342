import { periodOf } from "../../src/calendar.ts";
import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import type { Person } from "../../src/compensation/person.ts";
import type { PlanDefaults } from "../../src/compensation/plan/read.ts";
import { spelledOut } from "../../src/compensation/plan/schema.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Followed, PaidPerson, PaidPlan, PayBase } from "../../src/scenario/pay/base.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { readYaml } from "../../src/workspace/yaml.ts";
import type { Books, CreditedPlan } from "../compensation/credited-plans.ts";
import { type CreditRow, creditedParts } from "./credited.ts";
import { followedBy } from "./followed.ts";

interface PayBaseInputs {
  readonly base: PlanBase;
  readonly defaults: PlanDefaults;
  /** Every plan with whom it covers. */
  readonly plans: readonly CreditedPlan[];
  readonly books: Pick<Books, "organisation" | "asOf" | "currency">;
  /** Of the last twelve complete months. */
  readonly credits: readonly CreditRow[];
  /** What reps booked in them, minor units. */
  readonly booked: ReadonlyMap<string, number>;
}

/** Somebody with the plan that they are under today. */
interface Covered {
  readonly plan: CreditedPlan;
  readonly person: Person;
  readonly follows: Followed;
}

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
  };
}

/** What supplements another plan is of its dates, as a SPIF is, and isn't taken to go on. */
function coveredToday({ base, plans, books: { organisation, asOf } }: PayBaseInputs): Covered[] {
  const { company, year } = base;
  const structure = { company, sellers: year.sellers, organisation, asOf };
  const isToday = ({ from, until }: Person) =>
    (from ?? asOf) <= asOf && (until === null || until > asOf);
  const holds = ({ effectiveFrom, effectiveUntil, isSupplement }: PlanTerms) =>
    !isSupplement && effectiveFrom <= asOf && (effectiveUntil ?? asOf) >= asOf;
  return plans
    .filter(({ plan }) => holds(plan.terms))
    .flatMap((credited) => {
      const { terms, people } = credited.plan;
      return people.filter(isToday).map((person) => ({
        plan: credited,
        person,
        follows: followedBy(person.repId, terms, structure),
      }));
    });
}

function paidPlan(
  { plan: { terms, text, file }, exchange }: CreditedPlan,
  covered: readonly Covered[],
  { base, credits, booked, books: { currency, asOf } }: PayBaseInputs,
): PaidPlan {
  const people = new Set(covered.map(({ person }) => person.repId));
  const followed = covered.reduce((sum, { follows }) => sum + bookedBy(follows, base, booked), 0);
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

function bookedBy(
  followed: Followed,
  { year: { sellers } }: PlanBase,
  booked: ReadonlyMap<string, number>,
): number {
  return sellersIn(followed, sellers).reduce((sum, { repId }) => sum + (booked.get(repId) ?? 0), 0);
}

/** The sellers whose bookings are followed. */
export function sellersIn({ level, id }: Followed, sellers: PlanBase["year"]["sellers"]) {
  if (level === "company") return sellers;
  const key = { rep: "repId", team: "teamId", region: "regionId" } as const;
  return sellers.filter((seller) => seller[key[level]] === id);
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

/**
 * This year's quotas of components over that of whom the person follows. Amounts of money that nobody
 * was given follow it as they are; counts have none.
 */
function quotaShares(
  { plan, person, follows }: Covered,
  { base, books: { asOf, currency } }: PayBaseInputs,
) {
  const { assigned, exchange } = plan;
  const { components, calendar } = plan.plan.terms;
  const year = periodOf(asOf, "year", calendar);
  const carried = sellersIn(follows, base.year.sellers).reduce(
    (sum, { priorQuota }) => sum + (priorQuota ?? 0),
    0,
  );
  const inCurrency = exchange(currency, asOf).valueOf();
  const shares = components.flatMap(({ name, quota, measure }) => {
    if (quota !== "assigned") return [];
    const given = assigned(person.repId, name, year);
    const own = typeof given === "number" ? given : given?.value;
    if (own !== undefined && carried > 0) return [[name, own / carried] as const];
    return isOfUnits(measure) ? [] : [[name, inCurrency] as const];
  });
  return Object.fromEntries(shares);
}

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
