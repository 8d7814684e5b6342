import type { PlainDate } from "../../calendar.ts";
import { roundHalfAway } from "../exact.ts";
import type { Multiplier } from "../plan/terms.ts";
import type { AttainmentOf, Step } from "./step.ts";

/** Pay times what stands at the tier that an attainment has reached. */
export function multiplied(
  { component, tiers }: Multiplier,
  cents: number,
  attainmentOf: AttainmentOf,
  monthEnd: PlainDate,
): Step {
  const attainment = attainmentOf(component, monthEnd);
  const index = Math.max(
    0,
    tiers.findLastIndex(({ from }) => from.compare(attainment) <= 0),
  );
  const rate = tiers[index]?.times;
  if (rate === undefined) throw new Error(`a multiplier without tiers: ${component}`);
  const multipliedCents = roundHalfAway(rate.mul(cents));
  return { cause: "multiplier", cents: multipliedCents, tier: index + 1, rate, by: component };
}
