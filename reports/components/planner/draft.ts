import type { Plan } from "../../src/scenario/plan.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";

/** A scenario under its name. */
export interface Draft {
  readonly name: string;
  readonly entry: ScenarioEntry;
}

/** A scenario worked out. */
export interface Worked extends Draft {
  readonly plan: Plan;
}

/** What the page shows. */
export interface PlannerState {
  /** What the levers say. */
  readonly draft: Draft;
  /** While a slider moves: not yet a step. */
  readonly isPassing: boolean;
  /** The draft, or the last that could be worked out. */
  readonly worked: Worked;
  /** Why the draft can't be worked out; null where it can. */
  readonly problem: string | null;
  readonly against: Worked;
  /** Reps by id as people call them. */
  readonly nameOf: (repId: string) => string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The plan without a scenario. */
export const planName = "plan";
export const thePlan: Draft = { name: planName, entry: {} };

/** What a change may be of: the keys of a scenario, undefined to say nothing of it. */
export type EntryChange = { readonly [Key in keyof ScenarioEntry]: ScenarioEntry[Key] | undefined };

/** The entry with some keys changed; those that say nothing are left out. */
export function changed(entry: ScenarioEntry, part: EntryChange): ScenarioEntry {
  const pairs = Object.entries({ ...entry, ...part }).filter(([, value]) => says(value));
  return Object.fromEntries(pairs) as ScenarioEntry;
}

const says = (value: unknown) =>
  value !== undefined &&
  !(typeof value === "object" && value !== null && Object.keys(value).length === 0);
