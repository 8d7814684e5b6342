import type { Period, PlainDate } from "../../calendar.ts";
import type { PayLine } from "../line.ts";
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

/** What caps cut of a change, or give back of what they cut before. */
type Cut = Pick<PayLine, "backOf" | "amountCents">;

/**
 * What caps cut, by the pay period that it belongs to: all that the caps of pay periods do, the told one's
 * first, then all that the year's does.
 *
 * @param told the pay period in which it is told
 */
export function cutsOf(told: Period, changes: readonly (Change & Left)[]): Cut[] {
  const periods = new Map(changes.map(({ payPeriod }) => [payPeriod.periodStart, payPeriod]));
  const earlier = [...periods.keys()].filter((start) => start !== told.periodStart).sort();
  const cutBy = (cut: (change: Change & Left) => number): Cut[] =>
    [told.periodStart, ...earlier].map((start) => {
      const own = changes.filter(({ payPeriod }) => payPeriod.periodStart === start);
      const backOf = start === told.periodStart ? undefined : periods.get(start);
      const amountCents = own.reduce((sum, change) => sum + cut(change), 0);
      return backOf === undefined ? { amountCents } : { backOf, amountCents };
    });
  return [
    ...cutBy(({ inPeriod, cents }) => inPeriod - cents),
    ...cutBy(({ inYear, inPeriod }) => inYear - inPeriod),
  ].filter(({ amountCents }) => amountCents !== 0);
}
