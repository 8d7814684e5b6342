import type { Period } from "../../calendar.ts";
import { meets } from "../../compensation/credit/conditions.ts";
import { type Credit, isCreditedFor } from "../../compensation/credit/credit.ts";
import { periodFinder } from "../../compensation/dates.ts";
import { type Person, teamOn } from "../../compensation/person.ts";
import { needsQuota } from "../../compensation/plan/needs.ts";
import type { ComponentTerms, PlanTerms } from "../../compensation/plan/terms.ts";
import { isMeasuredBy } from "../../compensation/pricing/counted.ts";
import { isCredited } from "../../compensation/settle/leaver.ts";
import type { Assigned } from "../../compensation/target/basis.ts";
import { spanOf } from "../../compensation/target/covered.ts";

/** A quota that somebody's pay can't be priced without, and that isn't given yet. */
export interface Unquoted {
  readonly repId: string;
  readonly component: string;
  readonly period: Period;
}

interface Quotas {
  readonly plan: PlanTerms;
  readonly people: readonly Person[];
  readonly assigned: Assigned;
}

/** Finds the first quota that a credit needs and that isn't given; null where it lacks none. */
export function unquotedFinder({ plan, people, assigned }: Quotas) {
  const find = periodFinder(plan.calendar);
  const persons = new Map(people.map((person) => [person.repId, person]));
  const needing = plan.components.filter(
    (component) => component.quota === "assigned" && needsQuota(component, plan.components),
  );
  const known = new Map<string, boolean>();
  const isGiven = (holder: string, component: string, period: Period): boolean => {
    const key = JSON.stringify([holder, component, period.label]);
    const given = known.get(key) ?? assigned(holder, component, period) !== null;
    known.set(key, given);
    return given;
  };
  return (credit: Credit): Unquoted | null => {
    const person = persons.get(credit.repId);
    if (!person || !isCredited(credit, spanOf(plan, person), person, plan)) return null;
    const { repId, date } = credit;
    for (const component of needing) {
      if (!counts(credit, component)) continue;
      const period = find(date, component.period);
      const holder = component.pool === null ? repId : teamOn(person, date);
      if (!isGiven(holder, component.name, period))
        return { repId, component: component.name, period };
    }
    return null;
  };
}

const counts = (credit: Credit, component: ComponentTerms) =>
  isMeasuredBy(credit, component) &&
  isCreditedFor(credit, component.credit) &&
  meets(credit, component.where);
