import type { PaidPlan } from "../../src/scenario/pay/base.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";

export type PayChanges = NonNullable<ScenarioEntry["pay"]>;

/** A number of a compensation plan that a planner may change. */
export interface PayParameter {
  readonly label: string;
  /** Null for what is of the plan as a whole. */
  readonly component: string | null;
  readonly path: readonly (string | number)[];
  /** As the plan has it; null where it says nothing. */
  readonly usual: number | null;
  readonly unit: string;
  readonly max: number;
}

/** The numbers of a plan that lead what it costs: earnings, shares, thresholds, caps and tiers. */
export function parametersOf({ written }: PaidPlan): PayParameter[] {
  const plan = written as Written;
  const of = (label: string, path: PayParameter["path"], unit: string, max: number) =>
    parameter(label, null, path, plan, unit, max);
  return [
    of("On-target earnings, where not the roster’s", ["on_target_earnings"], "", 1e9),
    of("Share of them that varies", ["variable_share"], "%", 1),
    ...(plan.components ?? []).flatMap(componentParameters),
  ];
}

interface Written {
  readonly components?: readonly WrittenComponent[];
}

interface WrittenComponent {
  readonly name: string;
  readonly target_share?: number;
  readonly rate?: {
    readonly rule?: string;
    readonly tiers?: readonly object[];
    readonly rate?: unknown;
  };
}

function componentParameters(component: WrittenComponent): PayParameter[] {
  const { name, rate = {}, target_share } = component;
  const of = (label: string, path: PayParameter["path"], unit: string, max: number) =>
    parameter(label, name, path, component, unit, max);
  const tiers = (rate.tiers ?? []).flatMap((tier, at) =>
    Object.keys(tier).map((key) =>
      of(
        `Tier ${at + 1}, ${tierKeys[key] ?? key}`,
        ["rate", "tiers", at, key],
        key === "rate" ? "%" : "",
        1e9,
      ),
    ),
  );
  return [
    ...(target_share === undefined ? [] : [of("Share of variable pay", ["target_share"], "%", 1)]),
    of("Threshold, attainment", ["threshold"], "%", 10),
    of("Cap on attainment", ["caps", "attainment"], "%", 100),
    ...(typeof rate.rate === "number" ? [of("Rate", ["rate", "rate"], "%", 10)] : []),
    ...tiers,
  ];
}

const tierKeys: Readonly<Record<string, string>> = {
  from: "from",
  times: "times the base rate",
  rate: "rate",
  per_unit: "a unit",
};

function parameter(
  label: string,
  component: string | null,
  path: PayParameter["path"],
  holder: object,
  unit: string,
  max: number,
): PayParameter {
  const usual = valueAt(holder, path);
  return { label, component, path, usual: typeof usual === "number" ? usual : null, unit, max };
}

/** What a scenario says of a parameter; undefined where it says nothing else than the plan. */
export function changedValue(
  changes: PayChanges,
  plan: string,
  { component, path, usual }: PayParameter,
): number | undefined {
  const own = changes[plan];
  const holder = component === null ? own : own?.components?.[component];
  const value = valueAt(holder, path);
  return typeof value === "number" && value !== usual ? value : undefined;
}

/** The changes with one more; undefined takes it out. Lists, such as tiers, are written as a whole. */
export function withValue(
  changes: PayChanges,
  { name, written }: PaidPlan,
  { component, path }: PayParameter,
  value: number | undefined,
): PayChanges {
  const whole = component === null ? path : ["components", component, ...path];
  const plan = written as Written;
  const usual = component === null ? plan : plan.components?.find((one) => one.name === component);
  const next = setAt(changes[name] ?? {}, whole, path, value, usual);
  const { [name]: _, ...others } = changes;
  return next === undefined ? others : { ...others, [name]: next as PayChanges[string] };
}

/** A copy with a value set, or taken out with all that it leaves empty; null where nothing is left. */
function setAt(
  holder: unknown,
  path: PayParameter["path"],
  own: PayParameter["path"],
  value: number | undefined,
  usual: unknown,
): unknown {
  const list = path.findIndex((key) => typeof key === "number");
  if (list < 0) return setKey(holder, path, value);
  const whole = path.slice(0, list);
  const before = valueAt(
    usual,
    own.slice(
      0,
      own.findIndex((key) => typeof key === "number"),
    ),
  );
  const now = structuredClone(valueAt(holder, whole) ?? before) as Record<string, number>[];
  const [at, key] = path.slice(list) as [number, string];
  const was = (before as Record<string, number>[])[at]?.[key];
  now[at] = { ...now[at], [key]: value ?? was ?? 0 };
  return setKey(holder, whole, JSON.stringify(now) === JSON.stringify(before) ? undefined : now);
}

function setKey(holder: unknown, [key, ...rest]: PayParameter["path"], value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: old, ...others } = (holder ?? {}) as Record<string | number, unknown>;
  const next = setKey(old, rest, value);
  const kept = next === undefined ? others : { ...others, [key]: next };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

const valueAt = (holder: unknown, path: PayParameter["path"]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    holder,
  );
