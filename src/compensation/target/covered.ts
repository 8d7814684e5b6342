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
  return without(worked, leaves).reduce((sum, days) => sum + countDays(days), 0);
}

/** What is left of a stretch of days without others, in order. */
export function without(stretch: Days, others: readonly Days[]): Days[] {
  const taken = others.flatMap((one) => overlap(one, stretch) ?? []);
  const kept: Days[] = [];
  let { from } = stretch;
  for (const one of taken.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from < one.from) kept.push({ from, until: addDays(one.from, -1) });
    // there may be no day after the last
    if (one.until === stretch.until) return kept;
    if (one.until >= from) from = addDays(one.until, 1);
  }
  return [...kept, { from, until: stretch.until }];
}

export const countDays = ({ from, until }: Days): number => daysBetween(from, until) + 1;

export function overlap(a: Days, b: Days): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from <= until ? { from, until } : null;
}
