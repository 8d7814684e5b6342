import { InputError, nearest } from "../errors.ts";
import type { WrittenGoal } from "./goals.ts";

/** An error for each id that two goals bear, and for each parent that no goal is. */
export function strayParents(
  goals: readonly WrittenGoal[],
  written: readonly string[],
): InputError[] {
  return goals.flatMap((goal, index) => {
    const { id, parent, placeOf } = goal;
    const first = goals.slice(0, index).find((other) => other.id === id);
    const errors: InputError[] = [];
    if (first) {
      const remedy = `Line ${first.placeOf().line} has it too: give each goal an id of its own.`;
      errors.push(new InputError(`duplicate goal: "${id}"`, { ...placeOf("id"), remedy }));
    }
    if (parent !== undefined && !written.includes(parent)) {
      const meant = nearest(parent, written);
      const remedy = meant ? `Did you mean "${meant}"?` : "Name a goal of this file by its id.";
      errors.push(new InputError(`unknown parent: "${parent}"`, { ...placeOf("parent"), remedy }));
    }
    return errors;
  });
}

/** An error for each circle of parents, at the goal of it that stands first. */
export function circles(goals: readonly WrittenGoal[]): InputError[] {
  const parents = new Map(goals.map(({ id, parent }) => [id, parent]));
  const reported = new Set<string>();
  return goals.flatMap(({ id, placeOf }) => {
    const way = [id];
    for (let next = parents.get(id); next !== undefined; next = parents.get(next)) {
      if (next === id) break;
      if (way.includes(next)) return [];
      way.push(next);
    }
    if (parents.get(way.at(-1) ?? "") !== id || reported.has(id)) return [];
    for (const one of way) reported.add(one);
    const told = [...way, id].map((one) => `"${one}"`).join(" → ");
    const remedy = "Take the parent away from the goal that stands highest.";
    return [new InputError(`goals in a circle: ${told}`, { ...placeOf("parent"), remedy })];
  });
}
