import Fraction from "fraction.js";
import { addDays, addMonths, type Period, type PlainDate } from "../../calendar.ts";
import { roundHalfAway } from "../exact.ts";
import type { Person } from "../person.ts";
import type { DrawTerms, PlanTerms } from "../plan/terms.ts";
import { countDays, coveredDays, overlap, spanOf } from "../target/covered.ts";

/** The draw of a pay period: by the days of it that the person is under the plan and has a draw. */
export function drawOf(plan: PlanTerms, person: Person, period: Period): number {
  if (plan.draw === null) return 0;
  const span = spanOf(plan, person);
  const whole = { from: period.periodStart, until: period.periodEnd };
  const last = lastDay(plan.draw, person.hiredOn ?? span.from) ?? whole.until;
  const drawn = overlap(whole, { from: whole.from, until: last });
  if (drawn === null) return 0;
  const days = coveredDays(drawn, span, person.leaves);
  return roundHalfAway(new Fraction(plan.draw.cents * days, countDays(whole)));
}

/** The last day of the plan's draw, or of the months of service that it is for; the earlier of both. */
function lastDay({ until, months }: DrawTerms, served: PlainDate): PlainDate | null {
  const ends = [until, months === null ? null : addDays(addMonths(served, months), -1)];
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}
