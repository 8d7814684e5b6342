import type { Day, Grain } from "./days.ts";
import { cents, type Known, periodOf } from "./known.ts";

/** Pay periods or years, each of which pays no more than a cap of all that belongs to it. */
export interface Windows {
  /** What is paid, or given back, of a change to the window that a day is in. */
  readonly leftOf: (day: Day, change: number) => number;
}

/** Without a cap all is paid. */
export function windowsOf(known: Known, amount: number | undefined, grain: Grain): Windows {
  if (amount === undefined) return { leftOf: (_, change) => change };
  const cap = cents(known, amount);
  const sums = new Map<Day, number>();
  return {
    leftOf: (day, change) => {
      const { from } = periodOf(known, day, grain);
      const before = sums.get(from) ?? 0;
      sums.set(from, before + change);
      return Math.min(before + change, cap) - Math.min(before, cap);
    },
  };
}
