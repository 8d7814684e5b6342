import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import type { Course } from "./course.ts";
import { type Day, earliest, fiscal, later } from "./days.ts";
import { dueOf } from "./due.ts";
import { isHeld, type Known, periodOf } from "./known.ts";
import { round, times } from "./ratio.ts";

/** What is taken back in a pay period of what an earlier one has paid. */
export interface Move {
  readonly repId: string;
  readonly date: Day;
  /** The day of the credit that is taken back. */
  readonly of: Day;
  readonly cents: number;
}

/** What the caps of the plan hold against the pay periods that paid it, of what had fallen due by then. */
export function movesOf(known: Known, component: ComponentEntry, { run, backs }: Course): Move[] {
  const { pays } = known.plan;
  if (component.budget?.use === "pro_rata") return [];
  const earlier = backs.filter(
    ({ credit, date }) => credit.date < periodOf(known, date, pays).from,
  );
  return earlier.map(({ credit, date, paid }) => {
    const monthBefore = later(fiscal(date, "month", 1).from, -1);
    const day = earliest(monthBefore, known.through);
    const share = isHeld(component) ? dueOf(known, component, credit, day) : 1;
    return { repId: run.holder, date, of: credit.date, cents: round(times(share, paid)) };
  });
}
