import type { Person } from "../../src/compensation/person.ts";
import type { PlanDefaults } from "../../src/compensation/plan/read.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Followed } from "../../src/scenario/pay/base.ts";
import type { Books, CreditedPlan } from "../compensation/credited-plans.ts";
import type { CreditRow } from "./credited.ts";
import { followedBy } from "./followed.ts";

export interface PayBaseInputs {
  readonly base: PlanBase;
  readonly defaults: PlanDefaults;
  /** Every plan with whom it covers. */
  readonly plans: readonly CreditedPlan[];
  readonly books: Pick<Books, "organisation" | "asOf" | "currency" | "inputs">;
  /** Of the last twelve complete months. */
  readonly credits: readonly CreditRow[];
  /** What was booked in them, minor units. */
  readonly booked: BookedBy;
}

/** Of a company, region, team or rep. */
export type BookedBy = (followed: Followed) => number;

/** Somebody with the plan that they are under today. */
export interface Covered {
  readonly plan: CreditedPlan;
  readonly person: Person;
  readonly follows: Followed;
}

/** What supplements another plan is of its dates, as a SPIF is, and isn't taken to go on. */
export function coveredToday({
  base,
  plans,
  books: { organisation, asOf },
}: PayBaseInputs): Covered[] {
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
