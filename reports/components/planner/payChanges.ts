import type { PaidPlan } from "../../src/scenario/pay/base.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import type { PayParameter, Written } from "./payParameters.js";
import { type Path, valueAt } from "./payPath.js";

export type PayChanges = NonNullable<ScenarioEntry["pay"]>;
type Rows = Readonly<Record<string, number>>[];

/** What a scenario says of a parameter; undefined where it says nothing else than the plan. */
export function changedValue(
  changes: PayChanges,
  plan: string,
  { component, path, usual }: PayParameter,
): number | undefined {
  const value = valueAt(changes[plan], [...holderOf(component), ...path]);
  return typeof value === "number" && value !== usual ? value : undefined;
}

/** The changes with one more; undefined takes it out. A list, such as of tiers, is written as a whole. */
export function withValue(
  changes: PayChanges,
  { name, written }: PaidPlan,
  { component, path }: PayParameter,
  value: number | undefined,
): PayChanges {
  const { components = [] } = written as Written;
  const plan = component === null ? written : components.find((one) => one.name === component);
  const { [name]: own, ...others } = changes;
  const list = path.findIndex((key) => typeof key === "number");
  const whole = [...holderOf(component), ...(list < 0 ? path : path.slice(0, list))];
  const usual = list < 0 ? undefined : (valueAt(plan, path.slice(0, list)) as Rows);
  const next = usual
    ? changedRows((valueAt(own, whole) ?? usual) as Rows, usual, path.slice(list), value)
    : value;
  const kept = withKey(own, whole, next);
  return kept === undefined ? others : { ...others, [name]: kept as PayChanges[string] };
}

const holderOf = (component: string | null): Path =>
  component === null ? [] : ["components", component];

/** A list with a number of one of its rows changed, or as usual; undefined where all are as usual. */
function changedRows(rows: Rows, usual: Rows, [at, key]: Path, value: number | undefined) {
  const [row, name] = [Number(at), String(key)];
  const number = value ?? usual[row]?.[name] ?? 0;
  const next = rows.map((own, index) => (index === row ? { ...own, [name]: number } : own));
  return JSON.stringify(next) === JSON.stringify(usual) ? undefined : next;
}

/** A copy with a value set, or taken out with all that it leaves empty; undefined where nothing is left. */
function withKey(holder: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: old, ...others } = (holder ?? {}) as Record<string | number, unknown>;
  const next = withKey(old, rest, value);
  const kept = next === undefined ? others : { ...others, [key]: next };
  return Object.keys(kept).length === 0 ? undefined : kept;
}
