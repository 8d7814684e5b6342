import type { PlanBase } from "../../src/scenario/base.js";
import { type EarningsFile, withEarningsFile } from "../../src/scenario/earnings.js";
import type { PayBase } from "../../src/scenario/pay/base.js";
import { planOf } from "../../src/scenario/plan.js";
import { whole } from "../../src/scenario/private-part.js";
import { begun, type History, redone, stepped, undone } from "../draft/history.js";
import { problemOf } from "../draft/problem.js";
import { type Draft, type PlannerState, thePlan, type Worked } from "./draft.js";

export interface Planner {
  readonly base: PlanBase;
  /** What the cost of pay is worked out from; null until the reader gives it. */
  readonly pay: PayBase | null;
  readonly saved: readonly Draft[];
  state(): PlannerState;
  /** Calls back now and after every change; returns how to stop it. */
  subscribe(follow: (state: PlannerState) => void): () => void;
  /** Changes the draft; a passing change, such as a slider's under way, can't be undone to. */
  change(draft: Partial<Draft>, options?: { readonly isPassing?: boolean }): void;
  undo(): void;
  redo(): void;
  /**
   * Compares with a scenario.
   *
   * @throws InputError, InputErrors where it can't be worked out; the former comparison stays
   */
  compareWith(draft: Draft): void;
  /**
   * Counts guardrails and the cost of pay from these earnings.
   *
   * @throws InputError, InputErrors where the plan can't be met with them; nothing changes then
   */
  useEarnings(file: EarningsFile): void;
}

/** All that changes while the page is open. */
interface Desk {
  base: PlanBase;
  pay: PayBase | null;
  saved: readonly Draft[];
  history: History<Draft>;
  passing: Draft | null;
  against: Worked;
  state: PlannerState;
}

/** Works scenarios out over the base, by the code of the batch. */
export function openPlanner(base: PlanBase, saved: readonly Draft[], first: Draft): Planner {
  const against = workedOut(base, thePlan);
  const history = begun(first);
  const opened = { base, pay: null, saved, history, passing: null, against };
  const desk: Desk = { ...opened, state: stateOf(opened, against) };
  const followers = new Set<(state: PlannerState) => void>();
  const set = (part: Partial<Desk>) => {
    Object.assign(desk, part);
    desk.state = stateOf(desk, desk.state.worked);
    for (const follow of followers) follow(desk.state);
  };
  return {
    get base() {
      return desk.base;
    },
    get pay() {
      return desk.pay;
    },
    get saved() {
      return desk.saved;
    },
    state: () => desk.state,
    subscribe(follow) {
      followers.add(follow);
      follow(desk.state);
      return () => followers.delete(follow);
    },
    change: (part, { isPassing = false } = {}) => set(changeOf(desk, part, isPassing)),
    undo: () => set({ passing: null, history: undone(desk.history) }),
    redo: () => set({ passing: null, history: redone(desk.history) }),
    compareWith: (draft) => set({ against: workedOut(desk.base, draft) }),
    useEarnings(file) {
      const next = withEarningsFile(desk.base, file);
      const all = desk.saved.map(({ name, entry }) => ({
        name,
        entry: whole(entry, file.scenarios[name] ?? {}),
      }));
      set({ base: next, pay: file.pay, saved: all, against: workedOut(next, desk.against) });
    },
  };
}

const workedOut = (base: PlanBase, { name, entry }: Draft): Worked => ({
  name,
  entry,
  plan: planOf(base, entry),
});

function changeOf({ history }: Desk, part: Partial<Draft>, isPassing: boolean): Partial<Desk> {
  const draft = { ...history.present, ...part };
  if (isPassing) return { passing: draft };
  const isSame = JSON.stringify(draft) === JSON.stringify(history.present);
  return { passing: null, history: isSame ? history : stepped(history, draft) };
}

/** @param before what was worked out last, which stays where the draft can't be */
function stateOf(
  { base, history, passing, against }: Omit<Desk, "state">,
  before: Worked,
): PlannerState {
  const draft = passing ?? history.present;
  const { worked, problem } = attempt(base, draft);
  return {
    draft,
    isPassing: passing !== null,
    worked: worked ?? before,
    problem,
    against,
    nameOf: (repId) => base.names[repId] ?? repId,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

function attempt(base: PlanBase, draft: Draft) {
  try {
    return { worked: workedOut(base, draft), problem: null };
  } catch (error) {
    return { worked: null, problem: problemOf(error) };
  }
}
