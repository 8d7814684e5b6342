import type { PlainDate } from "../../calendar.ts";
import { adjust, isAdjusted } from "../adjust/adjust.ts";
import { attainmentOf } from "../adjust/attainment.ts";
import { returnedOf } from "../adjust/due.ts";
import { type Paid, unadjusted } from "../adjust/paid.ts";
import { shareBudget } from "../adjust/shared-budget.ts";
import { hold, isDueAtOnce } from "../adjust/timing.ts";
import type { Run } from "../pricing/run.ts";
import type { PayInput, PricedComponent, PricedPlan } from "./input.ts";

/** What each holder of a component is left with by rules that look at the whole of a run's pay. */
export function payToDate(
  { plan, find }: PayInput,
  { component, runs, lines }: PricedComponent,
  { components, monthEnds }: PricedPlan,
): Map<string, Paid[]> {
  const runsOf = new Map(components.map((one) => [one.component.name, one.runs]));
  const paidOf = (holder: string, own: readonly Run[]) =>
    adjust(
      {
        component,
        runs: own,
        monthEnds,
        attainmentOf: (name, monthEnd) => attainmentOf(runsOf.get(name), holder, monthEnd),
        payPeriodOf: (date) => find(date, plan.pays),
        yearOf: (date) => find(date, "year"),
      },
      lines,
    );
  const isWhole = isAdjusted(component);
  return new Map(
    [...runs].map(([holder, own]) => [holder, isWhole ? paidOf(holder, own) : unadjusted(own)]),
  );
}

/** Rules on a component as a whole: adjustments, the budget that is shared, what isn't due yet. */
export function payWhole(input: PayInput, priced: PricedComponent, whole: PricedPlan): void {
  const { component, earned, lines } = priced;
  const { budget, where, paid: terms } = component;
  const isShared = budget?.use === "pro_rata" && where.until !== null;
  if (!isAdjusted(component) && !isShared && isDueAtOnce(terms)) return;
  const { monthEnds } = whole;
  const payPeriodOf = (date: PlainDate) => input.find(date, input.plan.pays);
  const paid = payToDate(input, priced, whole);
  if (isShared) {
    // until it has ended nobody knows what there is to share
    const hasEnded = where.until <= input.through;
    const lastMonthEnd = hasEnded ? input.find(where.until, "month").periodEnd : "9999-12-31";
    const budgetCents = budget.cents;
    shareBudget({ component, budgetCents, paid, monthEnds, lastMonthEnd, payPeriodOf }, lines);
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
  if (until === null || plan.leavers.pay !== "nothing") return "9999-12-31";
  return find(until, plan.pays).periodEnd;
}
