import type { Period } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import { zero } from "../exact.ts";
import type { Person } from "../person.ts";
import { needsQuota } from "../plan/needs.ts";
import type { Basis } from "../rate/tariff.ts";
import { type BasisInput, basisOf } from "./basis.ts";

/** A person's quota and target pay of a measure period, in which something is sold or only taken back. */
export type BasisFor = (person: Person, period: Period, what: "sold" | "taken back") => Basis;

/**
 * A person's quota and target pay of a component for a measure period. Where there is no quota and
 * nothing is sold, it is nothing: what is taken back is what an earlier period paid.
 *
 * @throws InputError where the component needs a quota for what is sold and there is none
 */
export function requiredBasis(input: BasisInput): BasisFor {
  const { plan, component, places } = input;
  const isNeeded = needsQuota(component, plan.components);
  return (person, period, what) => {
    const basis = basisOf(input, person, period);
    if (!isNeeded || basis.quota !== null) return basis;
    if (what === "taken back") return { ...basis, quota: zero };
    throw new InputError(`missing quota: ${person.repId} for ${period.label}`, {
      ...places.ofComponent(component.name),
      remedy: `Component "${component.name}" pays by attainment: give the quota in plans/quotas.csv, in the plan or as --quota.`,
    });
  };
}
