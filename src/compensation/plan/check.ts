import type { InputError } from "../../errors.ts";
import { componentMistakes, datedMistakes } from "./check-component.ts";
import { gateMistakes } from "./check-gates.ts";
import { rateMistakes } from "./check-rate.ts";
import { type Mistake, mistakenAt, type PlaceOf, under } from "./mistake.ts";
import type { PlanEntry } from "./schema.ts";

/**
 * Everything that is wrong with a plan whose keys and values are each of the right kind.
 *
 * @param placeOf where a part of its file stands
 */
export function brokenPlan(plan: PlanEntry, placeOf: PlaceOf): InputError[] {
  const { components } = plan;
  const mistakes = [
    ...dateMistakes(plan),
    ...supplementMistakes(plan),
    ...Object.entries(plan.exchange_rates).flatMap(([code, rate]) =>
      under(["exchange_rates"], datedMistakes(code, rate)),
    ),
    ...components.flatMap((component, index) =>
      under(
        ["components", index],
        [...rateMistakes(component), ...componentMistakes(component, components)],
      ),
    ),
    ...gateMistakes(components),
  ];
  return mistakes
    .map((mistake) => mistakenAt(placeOf, mistake))
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

function dateMistakes({ effective_from: from, effective_until: until }: PlanEntry): Mistake[] {
  if (until === undefined || until >= from) return [];
  const remedy = "Write the first day as effective_from and the last as effective_until.";
  return [{ path: ["effective_until"], what: `reversed dates: ${from} to ${until}`, remedy }];
}

/** What is of a person's pay as a whole stands in the plan that the person is under. */
function supplementMistakes(plan: PlanEntry): Mistake[] {
  if (!plan.supplements) return [];
  const main = "Leave it to the plan that people are under, or leave supplements out.";
  const keys = (["draw", "on_target_earnings", "variable_share"] as const)
    .filter((key) => plan[key] !== undefined)
    .map((key) => ({ path: [key], what: `${key} in a supplement: ${plan.plan}`, remedy: main }));
  const shares = plan.components.flatMap(({ target_share, name }, index) => {
    if (target_share === undefined) return [];
    const remedy = "Give target_pay, an amount: variable pay is shared out by the main plan.";
    const what = `target_share in a supplement: ${name}`;
    return [{ path: ["components", index, "target_share"], what, remedy }];
  });
  return [...keys, ...shares];
}
