import { InputError, nearest } from "../errors.ts";
import type { Scenario } from "./parse.ts";
import { laidOver } from "./pay/override.ts";
import type { ScenarioEntry } from "./schema.ts";

/** What the three ways to say a total are; the one that is said last counts. */
const totals = ["target", "growth", "share_at_quota"] as const;

/**
 * A scenario with all that it extends: what a scenario says goes before what it extends; lists are
 * added to, maps filled key by key, those of pay as deep as they go.
 *
 * @throws InputError where it extends itself, however far, or what isn't there
 */
export function resolveScenario(name: string, all: readonly Scenario[]): ScenarioEntry {
  return chainOf(name, all)
    .reverse()
    .reduce<ScenarioEntry>((base, { entry }) => merged(base, entry), {});
}

/**
 * The scenario, what it extends, what that extends …
 *
 * @throws InputError where it extends itself, or what isn't there
 */
export function chainOf(name: string, all: readonly Scenario[]): Scenario[] {
  const byName = new Map(all.map((scenario) => [scenario.name, scenario]));
  const chain: Scenario[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const scenario = byName.get(next);
    const from = chain.at(-1);
    if (!scenario) throw unknown(next, [...byName.keys()], from);
    if (chain.includes(scenario)) throw circle(chain, scenario);
    chain.push(scenario);
    next = scenario.entry.extends;
  }
  return chain;
}

function unknown(name: string, known: readonly string[], from: Scenario | undefined): InputError {
  const near = nearest(name, known);
  const list = known.length === 0 ? "There is none yet." : `One is ${known.join(", ")}.`;
  return new InputError(`unknown scenario: ${name}`, {
    ...(from ? from.placeOf(["extends"]) : {}),
    remedy: near ? `Did you mean "${near}"?` : list,
  });
}

function circle(chain: readonly Scenario[], scenario: Scenario): InputError {
  const way = [...chain.slice(chain.indexOf(scenario)), scenario].map((one) => one.name);
  return new InputError(`scenario that extends itself: ${way.join(" → ")}`, {
    ...(chain.at(-1)?.placeOf(["extends"]) ?? {}),
    remedy: "Let one of them extend nothing.",
  });
}

function merged(base: ScenarioEntry, over: ScenarioEntry): ScenarioEntry {
  const saysTotal = totals.some((key) => over[key] !== undefined);
  const kept = saysTotal ? withoutTotals(base) : base;
  const { extends: _, ...own } = over;
  return {
    ...kept,
    ...own,
    ...filled("over_assignment", kept, own),
    ...filled("guardrails", kept, own),
    ...filled("ramp", kept, own),
    ...filled("locked", kept, own),
    ...filled("locked_teams", kept, own),
    ...(kept.pay && own.pay ? { pay: laidOver(kept.pay, own.pay) as typeof own.pay } : {}),
    ...added("hires", kept, own),
    ...added("leavers", kept, own),
    ...added("territory_moves", kept, own),
    ...added("market", kept, own),
  };
}

function withoutTotals({
  target: _target,
  growth: _growth,
  share_at_quota: _share,
  ...rest
}: ScenarioEntry): ScenarioEntry {
  return rest;
}

type MapKey = "over_assignment" | "guardrails" | "ramp" | "locked" | "locked_teams";
type ListKey = "hires" | "leavers" | "territory_moves" | "market";

const filled = (key: MapKey, base: ScenarioEntry, over: ScenarioEntry) =>
  base[key] === undefined && over[key] === undefined
    ? {}
    : { [key]: { ...base[key], ...over[key] } };

const added = (key: ListKey, base: ScenarioEntry, over: ScenarioEntry) =>
  base[key] === undefined && over[key] === undefined
    ? {}
    : { [key]: [...(base[key] ?? []), ...(over[key] ?? [])] };
