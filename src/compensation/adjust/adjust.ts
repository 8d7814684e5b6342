import type { Period, PlainDate } from "../../calendar.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { type Run, standing } from "../pricing/run.ts";
import { type CapState, capped, emptyCap } from "./cap.ts";
import { gated } from "./gate.ts";
import { payBack, returnedBy, type Whole, withReturns } from "./late-return.ts";
import { multiplied } from "./multiplier.ts";
import type { Paid } from "./paid.ts";
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
}

/** Whether a component has rules that look at the whole of a run's pay. */
export const isAdjusted = ({ multipliers, gates, caps }: ComponentTerms): boolean =>
  multipliers.length + gates.length > 0 || caps.period !== null || caps.year !== null;

/**
 * Applies multipliers, gates, the cap of the pay period and that of the year, in this order and each
 * to what the one before leaves of the pay to date, at the end of every month of a run's period. A
 * line is the change of what a rule adds or takes.
 *
 * @returns what is left at the end of each month
 */
export function adjust(input: AdjustInput, lines: PayLine[]): Paid[] {
  const caps = { period: emptyCap(), year: emptyCap() };
  const wholes = new Map<Run, Whole>();
  const taken = new Map<Run, number>();
  return input.runs.flatMap((run) => {
    payBack(run, wholes, taken);
    return adjustRun(input, run, { caps, wholes }, lines);
  });
}

/** What the runs of a holder before one have come to. */
interface Before {
  readonly caps: Record<"period" | "year", CapState>;
  readonly wholes: Map<Run, Whole>;
}

function adjustRun(
  input: AdjustInput,
  run: Run,
  { caps, wholes }: Before,
  lines: PayLine[],
): Paid[] {
  const within = monthsOf(run, input.monthEnds);
  const sums = { before: 0, period: 0, year: 0 };
  let told: readonly number[] = [];
  return within.map((monthEnd) => {
    const start = standing(run, monthEnd).cents;
    const returned = returnedBy(run, monthEnd, "cents");
    const own = stepsOf(input, start + returned, monthEnd);
    wholes.set(run, { before: start + returned, after: left(own, start + returned) });
    const looked = withReturns(own, { run, start, returned, monthEnd });
    const steps = [...looked, ...capSteps(input, caps, sums, left(looked, start), monthEnd)];
    told = tell({ input, run, monthEnd, start, returned, steps, told }, lines);
    return { run, monthEnd, cents: left(steps, start) };
  });
}

/** The months of a run's period from its first credit on. */
function monthsOf({ marks, period }: Run, monthEnds: readonly PlainDate[]): PlainDate[] {
  const first = marks[0]?.monthEnd ?? period.periodEnd;
  return monthEnds.filter((day) => day >= first && day <= period.periodEnd);
}

/** What a pay period and a year leave of a change in pay, added to what they left of the run so far. */
function capSteps(
  { component, payPeriodOf, yearOf }: AdjustInput,
  caps: Record<"period" | "year", CapState>,
  sums: Record<"before" | "period" | "year", number>,
  cents: number,
  monthEnd: PlainDate,
): Step[] {
  const payPeriod = payPeriodOf(monthEnd).periodStart;
  const inPeriod = capped(caps.period, component.caps.period, payPeriod, cents - sums.before);
  const year = yearOf(monthEnd).periodStart;
  sums.before = cents;
  sums.period += inPeriod;
  sums.year += capped(caps.year, component.caps.year, year, inPeriod);
  return [sums.period, sums.year].map((sum) => ({ cause: "capped", cents: sum }));
}

interface Told {
  readonly input: AdjustInput;
  readonly run: Run;
  readonly monthEnd: PlainDate;
  /** Pay to date before the steps, and what of earlier periods is taken back in it. */
  readonly start: number;
  readonly returned: number;
  readonly steps: readonly Step[];
  /** What each step added up to the month before. */
  readonly told: readonly number[];
}

/** Writes what each step adds that it hadn't yet; what each has added to date. */
function tell(
  { input, run, monthEnd, start, returned, steps, told }: Told,
  lines: PayLine[],
): number[] {
  const line = lineOf(run, input.component, monthEnd, input.payPeriodOf(monthEnd));
  return steps.map(({ cause, cents, tier, rate, by }, index) => {
    const before = steps[index - 1]?.cents ?? start;
    const amountCents = cents - before - (told[index] ?? 0);
    const said =
      rate === undefined || by === undefined
        ? {}
        : { tier: tier ?? null, rate, by, baseCents: before + returned };
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
