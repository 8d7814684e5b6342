import type { Days, Person } from "../../src/compensation/person.ts";
import { overlap, spanOf } from "../../src/compensation/target/covered.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import type { PlanFile } from "./plans.ts";

/** A plan with everybody whom it covers. */
export interface StaffedPlan extends PlanFile {
  readonly people: readonly Person[];
}

/**
 * Refuses plans that pay a person twice: two that cover somebody on the same day. A supplement may
 * cover people beside any other plan.
 *
 * @throws InputErrors naming the person, the days and both files
 */
export function refuseOverlaps(plans: readonly StaffedPlan[]): void {
  const errors = plans.flatMap((plan, at) =>
    plans.slice(at + 1).flatMap((other) => overlapsOf(plan, other)),
  );
  if (errors.length > 0) throw new InputErrors(errors);
}

function overlapsOf(one: StaffedPlan, other: StaffedPlan): InputError[] {
  if (one.terms.isSupplement || other.terms.isSupplement) return [];
  const others = new Map(other.people.map((person) => [person.repId, person]));
  return one.people.flatMap((person) => {
    const same = others.get(person.repId);
    const days = same && overlap(spanOf(one.terms, person), spanOf(other.terms, same));
    return days ? [overlapError(person.repId, days, one, other)] : [];
  });
}

const overlapError = (
  repId: string,
  { from, until }: Days,
  one: StaffedPlan,
  other: StaffedPlan,
): InputError =>
  new InputError(`overlapping plans: ${repId} from ${from} to ${until}`, {
    ...other.placeOf(["effective_from"]),
    remedy: `${one.file} covers them then, too: end one of the plans before, or name the person under its "except".`,
  });
