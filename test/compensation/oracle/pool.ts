import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { apportion } from "./apportion.ts";
import type { Course, Line } from "./course.ts";
import {
  type Day,
  daysOf,
  earliest,
  fiscal,
  holds,
  later,
  latest,
  monthEnds,
  type Span,
} from "./days.ts";
import { isThere, type Known, type Person, teamOf } from "./known.ts";
import { monthsOfPlan, within } from "./month-ends.ts";

/** What members of a team are paid of the pool that its run comes to. */
export function poolShares(
  known: Known,
  component: ComponentEntry,
  course: Course,
  earned: readonly Line[],
): Line[] {
  const isEven = component.pool?.share_by === "even";
  const paid = isEven
    ? sharedByMonth(known, course)
    : sharedToDate(known, component, course, earned);
  return paid.map((one): Line => ({ ...one, component: component.name, cause: "pool" }));
}

type Share = Pick<Line, "repId" | "date" | "cents">;

/** Evenly: what a month changes, by the days of that month. */
function sharedByMonth(known: Known, { run, valueAt }: Course): Share[] {
  let before = 0;
  return within(monthsOfPlan(known), run.period, "").flatMap((date) => {
    const value = valueAt(date);
    const days = daysOfMonth(known, run.holder, date);
    const parts = days === null ? [] : apportion(value - before, days);
    before = value;
    return known.people.map(({ repId }, at) => ({ repId, date, cents: parts[at] ?? 0 }));
  });
}

/** Everybody's days in a team in a month; of the last month before it, else the first after, if it has none. */
function daysOfMonth(known: Known, team: string, end: Day): number[] | null {
  const before = monthEnds({ from: known.plan.effective_from, until: end }).reverse();
  const after = monthEnds({ from: later(end, 1), until: lastChange(known) });
  const all = [...before, ...after].map((month) =>
    known.people.map((person) => daysThere(known, team, person, fiscal(month, "month", 1))),
  );
  return all.find((days) => days.some((count) => count > 0)) ?? null;
}

/** After this day nobody comes or moves any more; it is in a month before the last. */
function lastChange({ people, plan }: Known): Day {
  const days = people.flatMap(({ teams, from, leaves }) => [
    ...teams.map((one) => one.from ?? ""),
    ...leaves.map(({ until }) => until),
    from ?? "",
  ]);
  return later([...days, plan.effective_from].reduce(latest), 31);
}

/** To date, all of the run by what counts for each, and by days where nothing does. */
function sharedToDate(
  known: Known,
  component: ComponentEntry,
  { run, valueAt }: Course,
  earned: readonly Line[],
): Share[] {
  const { members, period } = membersOf(known, run);
  const figures = figuresOf(known, component, run, earned);
  const shares = members.map(() => 0);
  return within(monthsOfPlan(known), run.period, "").flatMap((date) => {
    const until = earliest(period.until, date);
    const days = members.map((one) => daysThere(known, run.holder, one, { ...period, until }));
    const counted = figures.filter((one) => holds(run.period, one.date) && one.date <= date);
    const sums = members.map(({ repId }) => Math.max(0, sumOf(counted, repId)));
    const weights = [sums, days, members.map(() => 1)].find((all) => all.some((one) => one > 0));
    const parts = weights === undefined ? [] : apportion(valueAt(date), weights);
    return members.map(({ repId }, at): Share => {
      const cents = (parts[at] ?? 0) - (shares[at] ?? 0);
      shares[at] = parts[at] ?? 0;
      return { repId, date, cents };
    });
  });
}

const sumOf = (shares: readonly Share[], repId: string): number =>
  shares.reduce((sum, one) => sum + (one.repId === repId ? one.cents : 0), 0);

/** Who is in the team in the measure period, or was in the last month before it in which anybody was. */
function membersOf(known: Known, { holder, period }: Course["run"]) {
  const before = monthEnds({ from: known.plan.effective_from, until: later(period.from, -1) });
  const months = before.reverse().map((month) => fiscal(month, "month", 1));
  const all = [period, ...months].map((period) => ({
    period,
    members: known.people.filter((person) => isMember(known, holder, person, period)),
  }));
  return all.find(({ members }) => members.length > 0) ?? { period, members: [] };
}

const isMember = (known: Known, team: string, person: Person, period: Span): boolean =>
  daysThere(known, team, { ...person, leaves: [] }, period) > 0;

/** A person's days in a team, under the plan and not on leave. */
const daysThere = (known: Known, team: string, person: Person, period: Span): number =>
  daysOf(period).filter(
    (day) => isThere(known.plan, person, day) && teamOf(known, person.repId, day) === team,
  ).length;

/** What members are weighed by, dated. */
function figuresOf(
  known: Known,
  component: ComponentEntry,
  run: Course["run"],
  earned: readonly Line[],
): readonly Share[] {
  if (component.pool?.share_by === "credit") {
    return run.counted.map(({ creditCents, ...credit }) => ({ ...credit, cents: creditCents }));
  }
  return earned.filter(({ repId, date }) => teamOf(known, repId, date) === run.holder);
}
