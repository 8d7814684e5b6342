import { addDays, daysBetween } from "../../calendar.ts";
import type { Days, Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";

type Bounds = Pick<PlanTerms, "effectiveFrom" | "effectiveUntil">;

/** The first and the last day on which a person is under a plan; leaves are no gap here. */
export function spanOf({ effectiveFrom, effectiveUntil }: Bounds, person: Person): Days {
  const ends = [effectiveUntil, person.until].filter((day) => day !== null).sort();
  const starts = [effectiveFrom, person.from].filter((day) => day !== null).sort();
  return { from: starts.at(-1) ?? effectiveFrom, until: ends[0] ?? lastDay };
}

const lastDay = "9999-12-31";

/** The days of a stretch that fall in a person's span and in none of their leaves. */
export function coveredDays(stretch: Days, span: Days, leaves: readonly Days[]): number {
  const worked = overlap(stretch, span);
  if (worked === null) return 0;
  const away = distinct(leaves.flatMap((leave) => overlap(leave, worked) ?? []));
  return countDays(worked) - away.reduce((sum, leave) => sum + countDays(leave), 0);
}

export const countDays = ({ from, until }: Days): number => daysBetween(from, until) + 1;

export function overlap(a: Days, b: Days): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from <= until ? { from, until } : null;
}

/** Stretches without the days that an earlier one of them has. */
function distinct(stretches: readonly Days[]): Days[] {
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  const kept: Days[] = [];
  for (const { from, until } of sorted) {
    const last = kept.at(-1)?.until;
    const start = last === undefined || last < from ? from : addDays(last, 1);
    if (start <= until) kept.push({ from: start, until });
  }
  return kept;
}
