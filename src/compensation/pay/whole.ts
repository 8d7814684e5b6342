import type { PlainDate } from "../../calendar.ts";
import { adjust, isAdjusted } from "../adjust/adjust.ts";
import { attainmentOf } from "../adjust/attainment.ts";
import { returnedOf } from "../adjust/due.ts";
import { type Paid, unadjusted } from "../adjust/paid.ts";
import { shareBudget } from "../adjust/shared-budget.ts";
import { hold, isDueAtOnce } from "../adjust/timing.ts";
import { endOfTime } from "../dates.ts";
import type { Run } from "../pricing/run.ts";
import { spanOf } from "../target/covered.ts";
import type { PayInput, PricedComponent, PricedPlan } from "./input.ts";

/** What each holder of a component is left with by rules that look at the whole of a run's pay. */
export function payToDate(
  input: PayInput,
  { component, runs, lines }: PricedComponent,
  { components, monthEnds }: PricedPlan,
): Map<string, Paid[]> {
  const { plan, find } = input;
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
        payPeriodOf: (date) => find(date, plan.pays),
        yearOf: (date) => find(date, "year"),
      },
      lines,
    );
  };
  const isWhole = isAdjusted(component);
  return new Map(
    [...runs].map(([holder, own]) => [holder, isWhole ? paidOf(holder, own) : unadjusted(own)]),
  );
}

/** The end of the month of a person's last day under the plan: what they come to after it is of no account. */
function lastMonthEnd({ plan, people, find }: PayInput, holder: string): PlainDate {
  const person = people.get(holder);
  if (person === undefined) return endOfTime;
  const { until } = spanOf(plan, person);
  return until >= endOfTime ? endOfTime : find(until, "month").periodEnd;
}

/** Rules on a component as a whole: adjustments, the budget that is shared, what isn't due yet. */
export function payWhole(input: PayInput, priced: PricedComponent, whole: PricedPlan): void {
  const { component, earned, lines } = priced;
  const { budget, where, paid: terms } = component;
  const sharedUntil = budget?.use === "pro_rata" ? where.until : null;
  if (!isAdjusted(component) && sharedUntil === null && isDueAtOnce(terms)) return;
  const { monthEnds } = whole;
  const payPeriodOf = (date: PlainDate) => input.find(date, input.plan.pays);
  const paid = payToDate(input, priced, whole);
  if (budget !== null && sharedUntil !== null) {
    // until it has ended nobody knows what there is to share
    const hasEnded = sharedUntil <= input.through;
    const lastMonthEnd = hasEnded ? input.find(sharedUntil, "month").periodEnd : endOfTime;
    const isPaid = (holder: string) => lastPayDay(input, holder) >= sharedUntil;
    const sharing = { component, budgetCents: budget.cents, monthEnds, lastMonthEnd, payPeriodOf };
    shareBudget({ ...sharing, paid, isPaid }, lines);
  }
  if (isDueAtOnce(terms)) return;
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
}

/** The last day on which held pay is released: that of the last pay period, where leavers lose it. */
function lastPayDay({ plan, people, find }: PayInput, repId: string): PlainDate {
  const until = people.get(repId)?.until ?? null;
  if (until === null || plan.leavers.pay !== "nothing") return endOfTime;
  return find(until, plan.pays).periodEnd;
}
