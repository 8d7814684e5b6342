import { nearest } from "../../errors.ts";
import type { Mistake } from "./mistake.ts";
import type { ComponentEntry } from "./schema.ts";

/** A component that another one looks at, and where that is written. */
interface Look {
  readonly path: readonly PropertyKey[];
  readonly from: ComponentEntry;
  readonly to: string;
  readonly isGate: boolean;
}

/** What is wrong with what components of a plan say of one another. */
export function gateMistakes(components: readonly ComponentEntry[]): Mistake[] {
  const looks = components.flatMap((from, index): Look[] => [
    ...from.gates.map(({ component }, gate) => ({
      path: ["components", index, "gates", gate, "component"],
      from,
      to: component,
      isGate: true,
    })),
    ...from.multipliers.map(({ by }, multiplier) => ({
      path: ["components", index, "multipliers", multiplier, "by"],
      from,
      to: by,
      isGate: false,
    })),
  ]);
  return [
    ...repeatedNames(components),
    ...looks.flatMap((look) => lookMistakes(look, components)),
    ...circles(looks.filter(({ isGate }) => isGate)),
  ];
}

function repeatedNames(components: readonly ComponentEntry[]): Mistake[] {
  return components.flatMap(({ name }, index) => {
    if (components.findIndex((one) => one.name === name) === index) return [];
    const remedy = "Give each component a name of its own.";
    return [{ path: ["components", index, "name"], what: `repeated component: ${name}`, remedy }];
  });
}

function lookMistakes({ path, from, to }: Look, components: readonly ComponentEntry[]): Mistake[] {
  const seen = components.find(({ name }) => name === to);
  if (seen === undefined) {
    const names = components.map(({ name }) => name);
    const meant = nearest(to, names);
    const remedy = meant ? `Did you mean "${meant}"?` : `The components are ${names.join(", ")}.`;
    return [{ path, what: `unknown component: "${to}"`, remedy }];
  }
  if ((seen.pool === undefined) === (from.pool === undefined)) return [];
  const remedy = "Let pools look at pools, and people's components at people's components.";
  return [{ path, what: `gate between a pool and a person's component: "${to}"`, remedy }];
}

/** Gates that lead from a component over others back to it; its own threshold is no circle. */
function circles(gates: readonly Look[]): Mistake[] {
  const next = (name: string) =>
    gates.filter(({ from, to }) => from.name === name && to !== name).map(({ to }) => to);
  const reaches = (name: string, goal: string, seen: readonly string[]): boolean =>
    next(name).some(
      (one) => one === goal || (!seen.includes(one) && reaches(one, goal, [...seen, one])),
    );
  const first = gates.find(({ from, to }) => to !== from.name && reaches(to, from.name, [to]));
  if (first === undefined) return [];
  const remedy = "Let gates lead one way: open one of the two by its own threshold.";
  return [
    { path: first.path, what: `circular gates: "${first.from.name}" and "${first.to}"`, remedy },
  ];
}
