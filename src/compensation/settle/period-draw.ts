import Fraction from "fraction.js";
import type { Period } from "../../calendar.ts";
import { roundHalfAway } from "../exact.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { countDays, coveredDays, overlap, spanOf } from "../target/covered.ts";

/** The draw of a pay period: by the days of it that the person is under the plan and has a draw. */
export function drawOf(plan: PlanTerms, person: Person, period: Period): number {
  if (plan.draw === null) return 0;
  const whole = { from: period.periodStart, until: period.periodEnd };
  const drawn = overlap(whole, { from: whole.from, until: plan.draw.until ?? whole.until });
  if (drawn === null) return 0;
  const days = coveredDays(drawn, spanOf(plan, person), person.leaves);
  return roundHalfAway(new Fraction(plan.draw.cents * days, countDays(whole)));
}
