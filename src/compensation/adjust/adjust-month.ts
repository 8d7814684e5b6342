import type { Period, PlainDate } from "../../calendar.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { type Run, standing } from "../pricing/run.ts";
import { type Caps, type Change, cutsOf, underCaps } from "./caps.ts";
import { gated } from "./gate.ts";
import { lineOf } from "./line-of.ts";
import { multiplied } from "./multiplier.ts";
import {
  correctionsOf,
  type PaidBack,
  type Returned,
  returnedBy,
  returnedIn,
  type Whole,
} from "./paid-back.ts";
import { type AttainmentOf, left, type Step } from "./step.ts";

/** What a month of a component is adjusted with. */
export interface MonthInput {
  readonly component: ComponentTerms;
  readonly attainmentOf: AttainmentOf;
  readonly payPeriodOf: (date: PlainDate) => Period;
  /** To which is added what is taken back of earlier pay periods, as the rules leave it. */
  readonly back: PaidBack[];
}

/** How a run stands at the end of a month. */
interface Month {
  readonly monthEnd: PlainDate;
  readonly whole: Whole;
  /** What each step added to date. */
  readonly told: readonly number[];
  readonly cents: number;
}

/** Before the first month. */
export const noMonth: Month = { monthEnd: "", whole: { before: 0, after: 0 }, told: [], cents: 0 };

/** A month to look at, after the one before. */
interface Looked {
  readonly caps: Caps;
  readonly monthEnd: PlainDate;
  readonly last: Month;
}

/**
 * Applies the rules on the whole of a run's pay at the end of a month, and writes what they change.
 *
 * @returns how the run stands then
 */
export function adjustMonth(
  input: MonthInput,
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
  { component, attainmentOf }: MonthInput,
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
