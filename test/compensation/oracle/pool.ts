import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { apportion } from "./apportion.ts";
import type { Course, Line } from "./course.ts";
import { type Day, daysOf, holds, monthEnds } from "./days.ts";
import { type Known, type Person, spanOf, teamOf } from "./known.ts";

/** What members of a team are paid of the pool that its run comes to. */
export function poolShares(
  known: Known,
  component: ComponentEntry,
  { run, valueAt }: Course,
  earned: readonly Line[],
): Line[] {
  const members = membersOf(known, run);
  const shares = members.map(() => 0);
  return monthEnds(run.period).flatMap((date) => {
    const weights = weightsOf(known, component, { run, members, earned, date });
    const parts = members.length === 0 ? [] : apportion(valueAt(date), weights);
    return members.map(({ repId }, at): Line => {
      const change = (parts[at] ?? 0) - (shares[at] ?? 0);
      shares[at] = parts[at] ?? 0;
      return { repId, component: component.name, cause: "pool", date, cents: change };
    });
  });
}

const membersOf = (known: Known, { holder, period }: Course["run"]): Person[] =>
  known.people.filter((person) => {
    const span = spanOf(known.plan, person);
    const days = daysOf(period).filter((day) => holds(span, day));
    return days.some((day) => teamOf(known, person.repId, day) === holder);
  });

interface Sharing {
  readonly run: Course["run"];
  readonly members: readonly Person[];
  readonly earned: readonly Line[];
  readonly date: Day;
}

function weightsOf(
  known: Known,
  component: ComponentEntry,
  { run, members, earned, date }: Sharing,
): number[] {
  const figures = figuresOf(known, component, run, earned).filter(
    (one) => holds(run.period, one.date) && one.date <= date,
  );
  const weights = members.map(({ repId }) => {
    const own = figures.filter((one) => one.repId === repId);
    return Math.max(
      0,
      own.reduce((sum, one) => sum + one.cents, 0),
    );
  });
  return weights.some((weight) => weight > 0) ? weights : members.map(() => 1);
}

/** What members are weighed by, dated. */
function figuresOf(
  known: Known,
  component: ComponentEntry,
  run: Course["run"],
  earned: readonly Line[],
): readonly Pick<Line, "repId" | "date" | "cents">[] {
  switch (component.pool?.share_by) {
    case "earnings":
      return earned.filter(({ repId, date }) => teamOf(known, repId, date) === run.holder);
    case "credit":
      return run.counted.map(({ creditCents, ...credit }) => ({ ...credit, cents: creditCents }));
    default:
      return [];
  }
}
