import type { Task } from "./member.ts";

/**
 * Fits on the logarithm where every value is positive, so that trend and season are rates; on the
 * values themselves elsewhere. Either way the history is first brought to size 1: money counted
 * in another unit gives the same forecast, whatever optimiser a method brings along. The way back
 * from the logarithm gives medians, which are what absolute errors judge.
 */
export function onLogScale(path: (task: Task) => number[]): (task: Task) => number[] {
  return (task) => {
    const size = sizeOf(task.y);
    const y = task.y.map((value) => value / size);
    const means = y.every((value) => value > 0)
      ? path({ ...task, y: y.map(Math.log) }).map(Math.exp)
      : path({ ...task, y });
    return means.map((mean) => mean * size);
  };
}

/** Mean size; 1 where all values are 0. */
const sizeOf = (y: readonly number[]) =>
  y.reduce((total, value) => total + Math.abs(value), 0) / y.length || 1;
