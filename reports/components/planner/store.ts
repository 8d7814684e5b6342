import { formatInputError, InputError, InputErrors } from "../../src/errors.js";
import type { PlanBase } from "../../src/scenario/base.js";
import { type Earnings, withEarnings } from "../../src/scenario/earnings.js";
import { type Plan, planOf } from "../../src/scenario/plan.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import { begun, type History, redone, stepped, undone } from "./history.js";

/** A scenario under its name. */
export interface Draft {
  readonly name: string;
  readonly entry: ScenarioEntry;
}

/** What the page shows. */
export interface PlannerState {
  readonly draft: Draft;
  /** Of the draft, or of the last that could be worked out. */
  readonly plan: Plan;
  /** Why the draft can't be worked out; null where it can. */
  readonly problem: string | null;
  readonly against: { readonly name: string; readonly plan: Plan };
  /** Reps by id as people call them. */
  readonly nameOf: (repId: string) => string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Planner {
  readonly base: PlanBase;
  readonly saved: readonly Draft[];
  state(): PlannerState;
  /** Calls back now and after every change; returns how to stop it. */
  subscribe(follow: (state: PlannerState) => void): () => void;
  /** Changes the draft; a passing change, such as a slider's under way, can't be undone to. */
  change(draft: Partial<Draft>, options?: { readonly isPassing?: boolean }): void;
  undo(): void;
  redo(): void;
  /** Compares with a saved scenario, or with the plan where none has the name. */
  compareWith(name: string): void;
  /** Counts guardrails from these on-target earnings. */
  useEarnings(earnings: Earnings): void;
}

/** The plan without a scenario. */
export const planName = "plan";

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

/** Works scenarios out over the base, by the code of the batch. */
export function openPlanner(published: PlanBase, saved: readonly Draft[], first: Draft): Planner {
  let base = published;
  let history: History<Draft> = begun(first);
  let passing: Draft | null = null;
  let against = comparedWith(planName);
  let state = stateOf(null);
  const followers = new Set<(state: PlannerState) => void>();

  function stateOf(before: PlannerState | null): PlannerState {
    const draft = passing ?? history.present;
    const worked = workOut(base, draft.entry);
    return {
      draft,
      plan: worked.plan ?? before?.plan ?? planOf(base, {}),
      problem: worked.problem,
      against,
      nameOf: (repId) => base.names[repId] ?? repId,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    };
  }

  function comparedWith(name: string) {
    const entry = saved.find((draft) => draft.name === name)?.entry ?? {};
    return { name, plan: workOut(base, entry).plan ?? planOf(base, {}) };
  }

  function tell(): void {
    state = stateOf(state);
    for (const follow of followers) follow(state);
  }

  return {
    get base() {
      return base;
    },
    saved,
    state: () => state,
    subscribe(follow) {
      followers.add(follow);
      follow(state);
      return () => followers.delete(follow);
    },
    change(part, { isPassing = false } = {}) {
      const draft = { ...history.present, ...part };
      passing = isPassing ? draft : null;
      if (!isPassing && !isSame(draft, history.present)) history = stepped(history, draft);
      tell();
    },
    undo() {
      history = undone(history);
      tell();
    },
    redo() {
      history = redone(history);
      tell();
    },
    compareWith(name) {
      against = comparedWith(name);
      tell();
    },
    useEarnings(earnings) {
      base = withEarnings(base, earnings);
      against = comparedWith(against.name);
      tell();
    },
  };
}

const isSame = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b);

function workOut(base: PlanBase, entry: ScenarioEntry) {
  try {
    return { plan: planOf(base, entry), problem: null };
  } catch (error) {
    return { plan: null, problem: problemOf(error) };
  }
}

/** What is wrong, as a reader is told; a bug goes on. */
export function problemOf(error: unknown): string {
  if (error instanceof InputErrors) return error.errors.map(formatInputError).join("\n");
  if (error instanceof InputError) return formatInputError(error);
  throw error;
}
