import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { type Day, holds, later, monthEnds, never, type Span } from "./days.ts";
import { isHeld, type Known } from "./known.ts";

/** The month ends from the first at which anything of the plan happens to the last that is known. */
export function monthsOfPlan({ plan, credits, through }: Known): Day[] {
  const ends = plan.components.flatMap(({ where }) => where?.until ?? []);
  const due = plan.components.filter(isHeld).flatMap((one) => dueDays({ credits }, one));
  const days = [...credits.map(({ date }) => date), ...ends, ...due];
  const happened = days.filter((day) => day <= through).sort();
  const [first, last] = [happened[0], through === never ? happened.at(-1) : through];
  return first && last ? monthEnds({ from: first, until: last }) : [];
}

/** The days on which something that is held may fall due. */
export function dueDays(
  { credits }: Pick<Known, "credits">,
  { hold_days }: Pick<ComponentEntry, "hold_days">,
): Day[] {
  const days = credits.flatMap(({ date, invoicedOn, payments }) => [
    date,
    ...(invoicedOn === null ? [] : [invoicedOn]),
    ...(payments ?? []).map(({ on }) => on),
  ]);
  return days.flatMap((day) => [day, later(day, hold_days)]);
}

/** The month ends of a measure period, from a day on. */
export const within = (ends: readonly Day[], period: Span, from: Day): Day[] =>
  ends.filter((end) => holds(period, end) && end >= from);
