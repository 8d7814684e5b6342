import { addDays, type Period, type PlainDate } from "../../calendar.ts";
import { adjust, isAdjusted } from "../adjust/adjust.ts";
import { attainmentOf } from "../adjust/attainment.ts";
import { dueOf, returnedOf } from "../adjust/due.ts";
import { type Paid, unadjusted } from "../adjust/paid.ts";
import { type PaidBack, paidBackOf } from "../adjust/paid-back.ts";
import { shareBudget } from "../adjust/shared-budget.ts";
import { hold, isDueAtOnce } from "../adjust/timing.ts";
import { endOfTime } from "../dates.ts";
import { roundHalfAway } from "../exact.ts";
import type { Runs } from "../pricing/component.ts";
import type { Run } from "../pricing/run.ts";
import { spanOf } from "../target/covered.ts";
import type { PayInput, PricedComponent, PricedPlan } from "./input.ts";

/**
 * What each holder of a component is left with by rules that look at the whole of a run's pay.
 *
 * @param back to which is added what is taken back of earlier pay periods
 */
export function payToDate(
  input: PayInput,
  { component, runs, lines }: PricedComponent,
  { components, monthEnds }: PricedPlan,
  back: PaidBack[],
): Map<string, Paid[]> {
  const { plan, find } = input;
  const payPeriodOf = (date: PlainDate) => find(date, plan.pays);
  const runsOf = new Map(components.map((one) => [one.component.name, one.runs]));
  const paidOf = (holder: string, own: readonly Run[]) => {
    const last = lastMonthEnd(input, holder);
    return adjust(
      {
        component,
        runs: own,
        monthEnds,
        attainmentOf: (name, monthEnd) =>
          attainmentOf(runsOf.get(name), holder, monthEnd < last ? monthEnd : last),
        payPeriodOf,
        yearOf: (date) => find(date, "year"),
        back,
      },
      lines,
    );
  };
  const isWhole = isAdjusted(component);
  if (!isWhole) back.push(...returnsOf(runs, payPeriodOf));
  return new Map(
    [...runs].map(([holder, own]) => [holder, isWhole ? paidOf(holder, own) : unadjusted(own)]),
  );
}

const returnsOf = (runs: Runs, payPeriodOf: (date: PlainDate) => Period): PaidBack[] =>
  [...runs.values()].flat().flatMap((run) => paidBackOf(run, payPeriodOf));

/** The end of the month of a person's last day under the plan: what they come to after it is of no account. */
function lastMonthEnd({ plan, people, find }: PayInput, holder: string): PlainDate {
  const person = people.get(holder);
  if (person === undefined) return endOfTime;
  const { until } = spanOf(plan, person);
  return until >= endOfTime ? endOfTime : find(until, "month").periodEnd;
}

/**
 * Rules on a component as a whole: adjustments, the budget that is shared, what isn't due yet.
 *
 * @returns what is taken back of earlier pay periods, as far as they had paid it; nothing of what is shared
 */
export function payWhole(
  input: PayInput,
  priced: PricedComponent,
  whole: PricedPlan,
): readonly PaidBack[] {
  const { component, runs, earned, lines } = priced;
  const { budget, where, paid: terms } = component;
  const sharedUntil = budget?.use === "pro_rata" ? where.until : null;
  const payPeriodOf = (date: PlainDate) => input.find(date, input.plan.pays);
  if (!isAdjusted(component) && sharedUntil === null && isDueAtOnce(terms)) {
    return returnsOf(runs, payPeriodOf);
  }
  const { monthEnds } = whole;
  const back: PaidBack[] = [];
  const paid = payToDate(input, priced, whole, back);
  if (budget !== null && sharedUntil !== null) {
    // until it has ended nobody knows what there is to share
    const hasEnded = sharedUntil <= input.through;
    const lastMonthEnd = hasEnded ? input.find(sharedUntil, "month").periodEnd : endOfTime;
    const isPaid = (holder: string) => lastPayDay(input, holder) >= sharedUntil;
    const sharing = { component, budgetCents: budget.cents, monthEnds, lastMonthEnd, payPeriodOf };
    shareBudget({ ...sharing, paid, isPaid }, lines);
    return [];
  }
  if (isDueAtOnce(terms)) return back;
  const returned = returnedOf(input.credits, component.reversal);
  for (const [holder, own] of paid) {
    const last = lastPayDay(input, holder);
    hold(
      {
        component,
        paid: own,
        earned,
        returned,
        through: input.through,
        monthEnds: monthEnds.filter((day) => day <= last),
        payPeriodOf,
      },
      lines,
    );
  }
  return back.map((one) => {
    // what had fallen due before the month in which it is taken back
    const before = addDays(input.find(one.on, "month").periodStart, -1);
    const day = before < input.through ? before : input.through;
    const due = dueOf(one.credit, terms, day, returned);
    return { ...one, cents: roundHalfAway(due.mul(one.cents)) };
  });
}

/** The last day on which held pay is released: that of the last pay period, where leavers lose it. */
function lastPayDay({ plan, people, find }: PayInput, repId: string): PlainDate {
  const until = people.get(repId)?.until ?? null;
  if (until === null || plan.leavers.pay !== "nothing") return endOfTime;
  return find(until, plan.pays).periodEnd;
}
