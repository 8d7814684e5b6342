import type { Period, PlainDate } from "../../calendar.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { type Run, standing } from "../pricing/run.ts";
import { type Caps, type Change, cutsOf, underCaps } from "./caps.ts";
import { gated } from "./gate.ts";
import { multiplied } from "./multiplier.ts";
import type { Paid } from "./paid.ts";
import {
  correctionsOf,
  type PaidBack,
  payBack,
  type Returned,
  returnedBy,
  returnedIn,
  type Whole,
} from "./paid-back.ts";
import { type AttainmentOf, left, type Step } from "./step.ts";

export interface AdjustInput {
  readonly component: ComponentTerms;
  /** A holder's, in order of period. */
  readonly runs: readonly Run[];
  /** In order; the ends of the months in which the plan is looked at. */
  readonly monthEnds: readonly PlainDate[];
  readonly attainmentOf: AttainmentOf;
  readonly payPeriodOf: (date: PlainDate) => Period;
  readonly yearOf: (date: PlainDate) => Period;
  /** To which is added what is taken back of earlier pay periods, as the rules leave it. */
  readonly back: PaidBack[];
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

/** How a run stands at the end of a month. */
interface Month {
  readonly monthEnd: PlainDate;
  readonly whole: Whole;
  /** What each step added to date. */
  readonly told: readonly number[];
  readonly cents: number;
}

const noMonth: Month = { monthEnd: "", whole: { before: 0, after: 0 }, told: [], cents: 0 };

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

interface Looked {
  readonly caps: Caps;
  readonly monthEnd: PlainDate;
  readonly last: Month;
}

function adjustMonth(
  input: AdjustInput,
  run: Run,
  { caps, monthEnd, last }: Looked,
  lines: PayLine[],
): Month {
  const { component, payPeriodOf } = input;
  const payPeriod = payPeriodOf(monthEnd);
  const line = lineOf(run, component, monthEnd, payPeriod);
  const start = standing(run, monthEnd).cents + returnedBy(run, monthEnd);
  const steps = stepsOf(input, start, monthEnd);
  const told = tell({ line, start, steps, told: last.told }, lines);
  const whole = { before: start, after: left(steps, start) };
  const month = { after: last.monthEnd, monthEnd, before: last.whole, payPeriodOf };
  const back = returnedIn(run, month);
  for (const said of correctionsOf(back)) lines.push({ ...line, cause: "reversal", ...said });
  const changes = changesOf(whole.after - last.whole.after, monthEnd, payPeriod, back).map(
    (change) => ({ ...change, ...underCaps(caps, change) }),
  );
  for (const amountCents of cutsOf(changes)) lines.push({ ...line, cause: "capped", amountCents });
  for (const { returned, inYear } of changes) {
    if (returned === null) continue;
    if (returned.late !== null) returned.late.paid = -inYear;
    input.back.push({ ...returned, cents: -inYear });
  }
  return { monthEnd, whole, told, cents: changes.reduce((sum, c) => sum + c.inYear, last.cents) };
}

/** A month's own change, and what is taken back in it of earlier pay periods. */
function changesOf(
  cents: number,
  date: PlainDate,
  payPeriod: Period,
  back: readonly Returned[],
): (Change & { readonly returned: Returned | null })[] {
  const own = back.reduce((sum, one) => (one.late === null ? sum + one.cents : sum), cents);
  return [
    { payPeriod, date, cents: own, returned: null },
    ...back.map((returned) => ({
      payPeriod: returned.payPeriod,
      date: returned.credit.date,
      cents: 0 - returned.cents,
      returned,
    })),
  ];
}

interface Told {
  readonly line: ReturnType<typeof lineOf>;
  /** Pay to date before the steps, without what of earlier periods is taken back in it. */
  readonly start: number;
  readonly steps: readonly Step[];
  /** What each step added up to the month before. */
  readonly told: readonly number[];
}

/** Writes what each step adds that it hadn't yet; what each has added to date. */
function tell({ line, start, steps, told }: Told, lines: PayLine[]): number[] {
  return steps.map(({ cause, cents, tier, rate, by }, index) => {
    const before = steps[index - 1]?.cents ?? start;
    const amountCents = cents - before - (told[index] ?? 0);
    const said = { tier: tier ?? null, rate, by, baseCents: before };
    if (amountCents !== 0) lines.push({ ...line, ...said, cause, amountCents });
    return cents - before;
  });
}

function stepsOf(
  { component, attainmentOf }: AdjustInput,
  cents: number,
  monthEnd: PlainDate,
): Step[] {
  const steps: Step[] = [];
  for (const one of component.multipliers) {
    steps.push(multiplied(one, left(steps, cents), attainmentOf, monthEnd));
  }
  for (const one of component.gates) {
    steps.push(gated(one, left(steps, cents), attainmentOf, monthEnd));
  }
  return steps;
}

/** A line of no credit, at the end of a month. */
export const lineOf = (
  { holder }: Pick<Run, "holder">,
  { name }: ComponentTerms,
  monthEnd: PlainDate,
  payPeriod: Period,
): Omit<PayLine, "cause" | "amountCents"> =>
  lineOfNoCredit({ repId: holder, component: name, date: monthEnd, payPeriod });
