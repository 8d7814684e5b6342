import Fraction from "fraction.js";
import type { PlainDate } from "../../calendar.ts";
import { roundHalfAway } from "../exact.ts";
import type { LateReturn, Run } from "../pricing/run.ts";
import { left, type Step } from "./step.ts";

/** What the lines of a run came to by the end of its period, and what multipliers and gates left of it. */
export interface Whole {
  readonly before: number;
  readonly after: number;
}

/** What was taken back in a run by a day of what earlier periods were credited with, or paid for that. */
export const returnedBy = (run: Run, day: PlainDate, what: "cents" | "paid"): number =>
  run.lateReturns.reduce((sum, one) => (one.on <= day ? sum + one[what] : sum), 0);

/**
 * Takes back of earlier periods what they paid: as much of what is returned as multipliers and gates left
 * of the whole of that period, so that nobody gives back what a gate never paid. All returns of a run
 * together take back all of it.
 *
 * @param wholes of a holder's earlier runs
 * @param taken what was returned so far of each of them, to which is added
 */
export function payBack(
  { lateReturns }: Run,
  wholes: ReadonlyMap<Run, Whole>,
  taken: Map<Run, number>,
): void {
  for (const one of lateReturns) {
    const before = taken.get(one.of) ?? 0;
    taken.set(one.of, before + one.cents);
    one.paid = paidOf(wholes.get(one.of), before + one.cents) - paidOf(wholes.get(one.of), before);
  }
}

function paidOf(whole: Whole | undefined, cents: number): LateReturn["paid"] {
  if (whole === undefined || whole.before === 0) return cents;
  return roundHalfAway(new Fraction(whole.after, whole.before).mul(cents));
}

/** A run at the end of a month, with what of earlier periods is taken back in it. */
interface Returns {
  readonly run: Run;
  readonly start: number;
  readonly returned: number;
  readonly monthEnd: PlainDate;
}

/** Multipliers and gates leave alone what is taken back of earlier periods, which is what these paid. */
export function withReturns(
  own: readonly Step[],
  { run, start, returned, monthEnd }: Returns,
): readonly Step[] {
  if (run.lateReturns.length === 0) return own;
  const steps = own.map((step) => ({ ...step, cents: step.cents - returned }));
  const paid = returnedBy(run, monthEnd, "paid");
  return [...steps, { cause: "reversal", cents: left(steps, start) + returned - paid }];
}
