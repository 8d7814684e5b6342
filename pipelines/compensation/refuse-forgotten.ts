import { InputError, InputErrors } from "../../src/errors.ts";
import type { PlanFile } from "./plans.ts";
import type { PayInputs } from "./rows.ts";
import type { Seal } from "./seals.ts";

/**
 * Refuses plans that are gone though they paid in a closed period, which would be gone with them.
 *
 * @throws InputErrors naming the plan, its file and the last closed period that it paid in
 */
export function refuseForgottenPlans(seals: readonly Seal[], plans: readonly PlanFile[]): void {
  const known = new Set(plans.map(({ terms }) => terms.name));
  const paid = new Map(
    seals.flatMap(({ label, plans }) =>
      plans.map(({ plan, file }) => [plan, { label, file }] as const),
    ),
  );
  const errors = [...paid]
    .filter(([plan]) => !known.has(plan))
    .map(
      ([plan, { label, file }]) =>
        new InputError(`plan gone: "${plan}", closed in ${label}`, {
          file,
          remedy: "Put it back under its name; say effective_until where it doesn't hold any more.",
        }),
    );
  if (errors.length > 0) throw new InputErrors(errors);
}

/**
 * Refuses a roster that has lost somebody who was paid in a closed period: what they are owed, or owe,
 * would be lost with them.
 *
 * @throws InputErrors naming the person and the last closed period that paid them
 */
export function refuseForgottenPeople(seals: readonly Seal[], { assignments }: PayInputs): void {
  const known = new Set(assignments.map(({ rep_id }) => rep_id));
  const paid = new Map(
    seals.flatMap(({ label, plans }) =>
      plans.flatMap(({ lines }) => lines.map(({ rep_id }) => [rep_id, label] as const)),
    ),
  );
  const errors = [...paid]
    .filter(([repId]) => !known.has(repId))
    .map(
      ([repId, label]) =>
        new InputError(`person gone from the roster: "${repId}", paid in ${label}`, {
          file: "people/roster.csv",
          remedy: "Put the row back, and give who left the last day as left_on.",
        }),
    );
  if (errors.length > 0) throw new InputErrors(errors);
}
