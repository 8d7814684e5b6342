import { InputError, InputErrors } from "../../src/errors.js";
import { begun, type History, redone, stepped, undone } from "../draft/history.js";
import type { Draft, ModellerState, Worked } from "./draft.js";
import type { Known } from "./known.js";
import { workedOut } from "./worked.js";

export interface Modeller {
  readonly known: Known;
  state(): ModellerState;
  /** Calls back now and after every change; returns how to stop it. */
  subscribe(follow: (state: ModellerState) => void): () => void;
  /** Changes the draft; a passing change, such as a point's under way, can't be undone to. */
  change(draft: Partial<Draft>, options?: { readonly isPassing?: boolean }): void;
  undo(): void;
  redo(): void;
}

interface Desk {
  history: History<Draft>;
  passing: Draft | null;
}

/**
 * Models drafts by the code of the batch.
 *
 * @throws InputErrors, InputError where the first draft can't be worked out
 */
export function openModeller(known: Known, first: Draft): Modeller {
  const desk: Desk = { history: begun(first), passing: null };
  let state = stateOf(known, desk, workedOut(known, first));
  const followers = new Set<(state: ModellerState) => void>();
  const set = (part: Partial<Desk>) => {
    Object.assign(desk, part);
    state = stateOf(known, desk, state.worked);
    for (const follow of followers) follow(state);
  };
  return {
    known,
    state: () => state,
    subscribe(follow) {
      followers.add(follow);
      follow(state);
      return () => followers.delete(follow);
    },
    change: (part, { isPassing = false } = {}) => set(changeOf(desk, part, isPassing)),
    undo: () => set({ passing: null, history: undone(desk.history) }),
    redo: () => set({ passing: null, history: redone(desk.history) }),
  };
}

function changeOf({ history }: Desk, part: Partial<Draft>, isPassing: boolean): Partial<Desk> {
  const draft = { ...history.present, ...part };
  if (isPassing) return { passing: draft };
  const isSame = JSON.stringify(draft) === JSON.stringify(history.present);
  return { passing: null, history: isSame ? history : stepped(history, draft) };
}

/** @param before what was worked out last, which stays where the draft can't be */
function stateOf(known: Known, { history, passing }: Desk, before: Worked): ModellerState {
  const draft = passing ?? history.present;
  const { worked, problems } = attempt(known, draft);
  return {
    draft,
    isPassing: passing !== null,
    worked: worked ?? before,
    problems,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

function attempt(known: Known, draft: Draft) {
  try {
    return { worked: workedOut(known, draft), problems: [] };
  } catch (error) {
    if (error instanceof InputErrors) return { worked: null, problems: error.errors };
    if (error instanceof InputError) return { worked: null, problems: [error] };
    throw error;
  }
}
