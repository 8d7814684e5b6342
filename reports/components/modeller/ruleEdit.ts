import type { Path } from "../../src/workspace/yaml.js";
import { isPlainAt, withItem, withValue } from "../../src/workspace/yaml-edit.js";
import type { WrittenRate } from "./component.js";
import type { Modeller } from "./store.js";
import { inComponent, writtenPlan } from "./written.js";

export interface EditOptions {
  readonly isPassing?: boolean;
}

/** Changes one value of the plan's text; undefined takes it out. */
export function put(modeller: Modeller, path: Path, value: unknown, options?: EditOptions): void {
  modeller.change({ text: withValue(modeller.state().draft.text, path, value) }, options);
}

/** Adds an item to a list of the plan. */
export function insert(modeller: Modeller, list: Path, place: number, value: unknown): void {
  modeller.change({ text: withItem(modeller.state().draft.text, list, place, value) });
}

/** Changes a part of a component's rate, which may be written short. */
export function putRate(
  modeller: Modeller,
  component: number,
  path: Path,
  value: unknown,
  options?: EditOptions,
): void {
  const text = rateAtLength(modeller.state().draft.text, component);
  const next = withValue(text, inComponent(component, "rate", ...path), value);
  modeller.change({ text: next }, options);
}

/** Writes a rule number by number, where it differs in them alone: comments and layout stay. */
export function putNumbers(
  modeller: Modeller,
  component: number,
  next: WrittenRate,
  options?: EditOptions,
): void {
  const text = rateAtLength(modeller.state().draft.text, component);
  const now = writtenPlan(text).components[component]?.rate;
  const changed = differences(now, next).reduce(
    (sum, { path, value }) => withValue(sum, inComponent(component, "rate", ...path), value),
    text,
  );
  modeller.change({ text: changed }, options);
}

function rateAtLength(text: string, component: number): string {
  const path = inComponent(component, "rate");
  if (!isPlainAt(text, path)) return text;
  return withValue(text, path, writtenPlan(text).components[component]?.rate);
}

interface Change {
  readonly path: Path;
  readonly value: unknown;
}

function differences(now: unknown, next: unknown): Change[] {
  if (typeof next !== "object" || next === null)
    return now === next ? [] : [{ path: [], value: next }];
  return Object.entries(next).flatMap(([key, value]) =>
    differences((now as Record<string, unknown> | undefined)?.[key], value).map((change) => ({
      ...change,
      path: [Array.isArray(next) ? Number(key) : key, ...change.path],
    })),
  );
}
