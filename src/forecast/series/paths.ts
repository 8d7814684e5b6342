import type { Member, Task } from "./member.ts";

/** Beyond this many times the largest value ever, a trend seen so far is no guide. */
const furthest = 3;

/**
 * Every member's path, one row a member. A member whose path can't be had stands aside: its path
 * is the mean of the others'. Paths stay within three times the largest value by size, and at or
 * above zero where the history does.
 *
 * @param task.y at least three values
 */
export function pathsOf(members: readonly Member[], task: Task): number[][] {
  const paths = members.map((member) => pathOf(member, task));
  const fitted = paths.filter((path) => path !== null);
  const mean = Array.from(
    { length: task.h },
    (_, k) => fitted.reduce((total, path) => total + (path[k] ?? 0), 0) / fitted.length,
  );
  return paths.map((path) => path ?? mean);
}

/** Null where the history is too short for the member or its method gives no finite path. */
function pathOf(member: Member, task: Task): number[] | null {
  if (task.y.length < member.minimum(task.season)) return null;
  const path = member.path(task);
  return path.every(Number.isFinite) ? path.map(limiter(task.y)) : null;
}

function limiter(y: readonly number[]): (value: number) => number {
  const limit = furthest * y.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const floor = y.every((value) => value >= 0) ? 0 : -limit;
  return (value) => Math.min(limit, Math.max(floor, value));
}
