import type { PlainDate } from "../../calendar.ts";

/** What a window of time, such as a pay period, has come to before and after its cap. */
export interface CapState {
  window: PlainDate | null;
  before: number;
  after: number;
}

export const emptyCap = (): CapState => ({ window: null, before: 0, after: 0 });

/**
 * What a cap leaves of a change in pay: a window pays its sum so far, at most the cap. What falls away
 * above the cap is made up for by what is taken back later in the window.
 *
 * @param window the first day of the window that the change is in
 */
export function capped(state: CapState, cap: number | null, window: PlainDate, change: number) {
  if (cap === null) return change;
  if (state.window !== window) Object.assign(state, { window, before: 0, after: 0 });
  state.before += change;
  const allowed = Math.min(state.before, cap);
  const left = allowed - state.after;
  state.after = allowed;
  return left;
}
