import type { Period, PlainDate } from "../../calendar.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { Run } from "../pricing/run.ts";
import { adjustMonth, type MonthInput, noMonth } from "./adjust-month.ts";
import type { Caps } from "./caps.ts";
import type { Paid } from "./paid.ts";
import { payBack, type Whole } from "./paid-back.ts";

export interface AdjustInput extends MonthInput {
  /** A holder's, in order of period. */
  readonly runs: readonly Run[];
  /** In order; the ends of the months in which the plan is looked at. */
  readonly monthEnds: readonly PlainDate[];
  readonly yearOf: (date: PlainDate) => Period;
}

/** Whether a component has rules that look at the whole of a run's pay. */
export const isAdjusted = ({ multipliers, gates, caps }: ComponentTerms): boolean =>
  multipliers.length + gates.length > 0 || caps.period !== null || caps.year !== null;

/**
 * Applies multipliers, gates, the cap of the pay period and that of the year, in this order and each
 * to what the one before leaves of the pay to date, at the end of every month of a run's period. What is
 * taken back of an earlier period is what was paid of it, and belongs to that period's caps. A line is the
 * change of what a rule adds or takes.
 *
 * @returns what is left at the end of each month
 */
export function adjust(input: AdjustInput, lines: PayLine[]): Paid[] {
  const { component, yearOf } = input;
  const windows = { period: new Map(), year: new Map() };
  const caps = { terms: component.caps, yearOf, windows };
  const wholes = new Map<Run, Whole>();
  const taken = new Map<Run, number>();
  return input.runs.flatMap((run) => {
    payBack(run, wholes, taken);
    return adjustRun(input, run, { caps, wholes }, lines);
  });
}

/** What the runs of a holder before one have come to. */
interface Before {
  readonly caps: Caps;
  readonly wholes: Map<Run, Whole>;
}

function adjustRun(input: AdjustInput, run: Run, before: Before, lines: PayLine[]): Paid[] {
  let last = noMonth;
  return monthsOf(run, input.monthEnds).map((monthEnd) => {
    last = adjustMonth(input, run, { ...before, monthEnd, last }, lines);
    before.wholes.set(run, last.whole);
    return { run, monthEnd, cents: last.cents };
  });
}

/** The months of a run's period from its first credit on. */
function monthsOf({ marks, period }: Run, monthEnds: readonly PlainDate[]): PlainDate[] {
  const first = marks[0]?.monthEnd ?? period.periodEnd;
  return monthEnds.filter((day) => day >= first && day <= period.periodEnd);
}
