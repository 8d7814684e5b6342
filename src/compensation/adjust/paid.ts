import type { PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import type { Run } from "../pricing/run.ts";

/** Pay up to the end of a month, in whole minor units, of one run. */
export interface Paid {
  readonly run: Run;
  readonly monthEnd: PlainDate;
  readonly cents: number;
}

/** What a credit came to on a day: its own lines, its part of what was repriced, what was taken back. */
export interface Earned {
  readonly credit: Credit;
  readonly cents: number;
  readonly on: PlainDate;
  /** What was credited on that day, or taken back. */
  readonly creditCents: number;
}

/** What a run has paid by the end of a month. */
export const paidBy = (paid: readonly Paid[], monthEnd: PlainDate): number =>
  paid.findLast((one) => one.monthEnd <= monthEnd)?.cents ?? 0;

/** What all runs of a holder have paid by the end of a month. */
export function totalBy(paid: readonly Paid[], monthEnd: PlainDate): number {
  const latest = new Map<Run, number>();
  for (const one of paid) if (one.monthEnd <= monthEnd) latest.set(one.run, one.cents);
  return [...latest.values()].reduce((sum, cents) => sum + cents, 0);
}

/** Pay to date of runs that no rule looks at as a whole. */
export const unadjusted = (runs: readonly Run[]): Paid[] =>
  runs.flatMap((run) => run.marks.map(({ monthEnd, cents }) => ({ run, monthEnd, cents })));
