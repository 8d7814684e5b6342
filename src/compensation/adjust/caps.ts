import type { Period, PlainDate } from "../../calendar.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { type CapWindows, capped } from "./cap.ts";

/** A change in pay, and the pay period and the day that it belongs to. */
export interface Change {
  readonly payPeriod: Period;
  readonly date: PlainDate;
  readonly cents: number;
}

/** What the cap of the pay period left of a change, and what that of the year left of this. */
interface Left {
  readonly inPeriod: number;
  readonly inYear: number;
}

/** A component's caps, and what its windows have come to for one holder. */
export interface Caps {
  readonly terms: ComponentTerms["caps"];
  readonly yearOf: (date: PlainDate) => Period;
  readonly windows: Readonly<Record<"period" | "year", CapWindows>>;
}

/** What caps of the pay period and then of the year leave of a change. */
export function underCaps(
  { terms, yearOf, windows }: Caps,
  { payPeriod, date, cents }: Change,
): Left {
  const inPeriod = capped(windows.period, terms.period, payPeriod.periodStart, cents);
  return {
    inPeriod,
    inYear: capped(windows.year, terms.year, yearOf(date).periodStart, inPeriod),
  };
}

/** What the caps of pay periods cut of changes, or give back of what they cut before, then what the year's does. */
export const cutsOf = (changes: readonly (Change & Left)[]): number[] =>
  [
    changes.reduce((sum, { inPeriod, cents }) => sum + inPeriod - cents, 0),
    changes.reduce((sum, { inYear, inPeriod }) => sum + inYear - inPeriod, 0),
  ].filter((cut) => cut !== 0);
