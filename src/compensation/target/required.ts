import type { Period } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import type { Person } from "../person.ts";
import { needsQuota } from "../plan/needs.ts";
import type { Basis } from "../rate/tariff.ts";
import { type BasisInput, basisOf } from "./basis.ts";

/**
 * A person's quota and target pay of a component for a measure period.
 *
 * @throws InputError where the component needs a quota and there is none, or none above zero
 */
export function requiredBasis(input: BasisInput): (person: Person, period: Period) => Basis {
  const { plan, component, places } = input;
  const isNeeded = needsQuota(component, plan.components);
  return (person, period) => {
    const basis = basisOf(input, person, period);
    if (!isNeeded || basis.quota !== null) return basis;
    throw new InputError(`missing quota: ${person.repId} for ${period.label}`, {
      ...places.ofComponent(component.name),
      remedy: `Component "${component.name}" pays by attainment: give the quota in plans/quotas.csv, in the plan or as --quota.`,
    });
  };
}
