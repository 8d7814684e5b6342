import type { PlainDate } from "../../calendar.ts";

/** What windows of time, such as pay periods, have come to before a cap, by their first days. */
export type CapWindows = Map<PlainDate, number>;

/**
 * What a cap leaves of a change in pay: a window pays its sum so far, at most the cap. What falls away
 * above the cap is made up for by what is taken back of the window, be it later.
 *
 * @param window the first day of the window that the change belongs to
 */
export function capped(
  windows: CapWindows,
  cap: number | null,
  window: PlainDate,
  change: number,
): number {
  if (cap === null) return change;
  const before = windows.get(window) ?? 0;
  windows.set(window, before + change);
  return Math.min(before + change, cap) - Math.min(before, cap);
}
