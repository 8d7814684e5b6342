import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { apportion } from "./apportion.ts";
import type { Course, Line } from "./course.ts";
import { type Day, monthEnd } from "./days.ts";
import { lastSettled } from "./due.ts";
import { alphabetically, cents, type Known } from "./known.ts";
import { monthsOfPlan } from "./month-ends.ts";

/** What a pro-rata budget takes of everybody, until it is known what all would come to and from then on. */
export function budgetLines(
  known: Known,
  { name, where, budget }: ComponentEntry,
  courses: readonly Course[],
): Line[] {
  const last = where?.until;
  if (budget?.use !== "pro_rata" || last === undefined) return [];
  const people = [...new Set(courses.map(({ run }) => run.holder))].sort(alphabetically);
  const sharing = people.map((repId) => lastSettled(known, repId) >= monthEnd(last));
  const taken = people.map(() => 0);
  return monthsOfPlan(known).flatMap((date) => {
    const totals = people.map((person) => totalAt(courses, person, date));
    const isOver = date >= monthEnd(last) && known.through >= last;
    const allowed = isOver
      ? shared(cents(known, budget.amount), totals, sharing)
      : totals.map(() => 0);
    return people.map((repId, at): Line => {
      const now = (allowed[at] ?? 0) - (totals[at] ?? 0);
      const change = now - (taken[at] ?? 0);
      taken[at] = now;
      return { repId, component: name, cause: "budget", date, cents: change };
    });
  });
}

const totalAt = (courses: readonly Course[], person: string, end: Day): number =>
  courses.reduce((sum, { run, valueAt }) => sum + (run.holder === person ? valueAt(end) : 0), 0);

/** Who is below 0 keeps that; whose pay has stopped before shares in nothing. */
function shared(
  amount: number,
  totals: readonly number[],
  sharing: readonly boolean[],
): readonly number[] {
  const weights = totals.map((total, at) => (sharing[at] ? Math.max(0, total) : 0));
  const asked = weights.reduce((a, b) => a + b, 0);
  const parts = asked <= amount ? weights : apportion(amount, weights);
  return parts.map((part, at) => part + Math.min(0, totals[at] ?? 0));
}
