import Fraction from "fraction.js";
import { addDays, addMonths, type Period, type PlainDate } from "../../calendar.ts";
import { roundHalfAway, zero } from "../exact.ts";
import type { Days, Person } from "../person.ts";
import type { DrawTerms, PlanTerms } from "../plan/terms.ts";
import { countDays, coveredDays, overlap, spanOf } from "../target/covered.ts";

/** A plan's draw as a person has it in a pay period. */
export interface PeriodDraw {
  /** Minor units of a whole pay period. */
  readonly whole: number;
  /** The part of the period's days that it is paid for. */
  readonly share: Fraction;
  /** Minor units: the whole times the share. */
  readonly cents: number;
}

export const noDraw: PeriodDraw = { whole: 0, share: zero, cents: 0 };

/** The draw of a pay period: by the days of it that the person is under the plan and has a draw. */
export function drawOf(plan: PlanTerms, person: Person, period: Period): PeriodDraw {
  if (plan.draw === null) return noDraw;
  const span = spanOf(plan, person);
  const whole = { from: period.periodStart, until: period.periodEnd };
  const drawn = drawnDays(plan.draw, person, span).flatMap((days) => overlap(whole, days) ?? []);
  if (drawn.length === 0) return noDraw;
  const days = drawn.reduce((sum, part) => sum + coveredDays(part, span, person.leaves), 0);
  const share = new Fraction(days, countDays(whole));
  return { whole: plan.draw.cents, share, cents: roundHalfAway(share.mul(plan.draw.cents)) };
}

/** The days for which somebody has a draw: of each stint those up to its last day of one, or the next hire. */
function drawnDays(draw: DrawTerms, { hiredOn, hiredBefore = [] }: Person, span: Days): Days[] {
  const hires = [...hiredBefore, hiredOn ?? span.from];
  return hires.map((hire, at) => {
    const next = hires[at + 1];
    const ends = [lastDay(draw, hire), next === undefined ? span.until : addDays(next, -1)];
    const until = ends.filter((day) => day !== null).sort()[0] ?? span.until;
    return { from: at === 0 ? span.from : hire, until };
  });
}

/** The last day of the plan's draw, or of the months of service that it is for; the earlier of both. */
function lastDay({ until, months }: DrawTerms, served: PlainDate): PlainDate | null {
  const ends = [until, months === null ? null : addDays(addMonths(served, months), -1)];
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}
