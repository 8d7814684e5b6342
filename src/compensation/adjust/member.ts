import type { Period, PlainDate } from "../../calendar.ts";
import { type Days, daysIn, type Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { countDays, overlap, spanOf, without } from "../target/covered.ts";

/** Somebody who is in a team at some time. */
export interface Member {
  readonly repId: string;
  /** Their days in it under the plan. */
  readonly inTeam: readonly Days[];
  /** Those of them on which they aren't on leave. */
  readonly worked: readonly Days[];
}

/** Whoever is ever in a team under a plan, in order. */
export function membersOf(plan: PlanTerms, people: Iterable<Person>, team: string): Member[] {
  return [...people]
    .map((person): Member => {
      const span = spanOf(plan, person);
      const inTeam = daysIn(person, team).flatMap((stay) => overlap(stay, span) ?? []);
      const worked = inTeam.flatMap((stay) => without(stay, person.leaves));
      return { repId: person.repId, inTeam, worked };
    })
    .filter(({ inTeam }) => inTeam.length > 0)
    .sort((a, b) => (a.repId < b.repId ? -1 : 1));
}

export const isInTeam = ({ inTeam }: Member, days: Days): boolean =>
  inTeam.some((stay) => overlap(stay, days) !== null);

/** How many days of a stretch each member works in the team. */
export const workedDays = (members: readonly Member[], days: Days): number[] =>
  members.map(({ worked }) =>
    worked.reduce((sum, stretch) => {
      const part = overlap(stretch, days);
      return part === null ? sum : sum + countDays(part);
    }, 0),
  );

export const daysOf = ({ periodStart, periodEnd }: Period): Days => ({
  from: periodStart,
  until: periodEnd,
});

/** The last day of some stretches before another one; null where there is none. */
export const lastBefore = (stretches: readonly Days[], { from }: Days): PlainDate | null =>
  stretches
    .map(({ until }) => until)
    .filter((day) => day < from)
    .sort()
    .at(-1) ?? null;

/** The first day of some stretches after another one; null where there is none. */
export const firstAfter = (stretches: readonly Days[], { until }: Days): PlainDate | null =>
  stretches
    .map(({ from }) => from)
    .filter((day) => day > until)
    .sort()[0] ?? null;
