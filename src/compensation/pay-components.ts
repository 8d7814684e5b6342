import type { PlainDate } from "../calendar.ts";
import { adjust, isAdjusted } from "./adjust/adjust.ts";
import { attainmentOf } from "./adjust/attainment.ts";
import { type Earned, type Paid, unadjusted } from "./adjust/paid.ts";
import { shareBudget } from "./adjust/shared-budget.ts";
import { dueDays, hold, isDueAtOnce } from "./adjust/timing.ts";
import type { Credit } from "./credit/credit.ts";
import type { PeriodFinder } from "./dates.ts";
import type { PayLine } from "./line.ts";
import { payPool } from "./pay-pool.ts";
import { anybody, type Person } from "./person.ts";
import type { ComponentTerms, PlanTerms } from "./plan/terms.ts";
import { priceComponent, type Runs } from "./pricing/component.ts";
import type { Run } from "./pricing/run.ts";
import type { Assigned } from "./target/basis.ts";
import { requiredBasis } from "./target/required.ts";

/** What all components of a plan are priced with. */
export interface PayInput {
  readonly plan: PlanTerms;
  /** In order, those that count under the plan. */
  readonly credits: readonly Credit[];
  readonly people: ReadonlyMap<string, Person>;
  readonly find: PeriodFinder;
  readonly assigned: Assigned;
  readonly through: PlainDate;
}

/** A component with what its credits came to one by one. */
export interface PricedComponent {
  readonly component: ComponentTerms;
  readonly runs: Runs;
  /** By run, where something later is reckoned by credit. */
  readonly earned: ReadonlyMap<Run, readonly Earned[]>;
  readonly lines: PayLine[];
}

/** All components once their credits are priced. */
export interface PricedPlan {
  readonly components: readonly PricedComponent[];
  /** In order; the ends of the months in which anything is earned or falls due. */
  readonly monthEnds: readonly PlainDate[];
}

/** The lines of all components in their order, and those of teams' pools before they are shared. */
export function payComponents(input: PayInput): { lines: PayLine[]; poolLines: PayLine[] } {
  const components = input.plan.components.map((component) => priceByCredit(input, component));
  const plan = { components, monthEnds: monthEndsOf(input) };
  const pools = components.filter(({ component }) => component.pool !== null);
  const others = components.filter(({ component }) => component.pool === null);
  for (const one of others) payWhole(input, one, plan);
  const lines = others.flatMap((one) => one.lines);
  const shares = pools.flatMap((one) =>
    payPool(input, one, payToDate(input, one, plan), plan, lines),
  );
  return { lines: [...lines, ...shares], poolLines: pools.flatMap((one) => one.lines) };
}

function priceByCredit(
  { plan, credits, people, find, assigned }: PayInput,
  component: ComponentTerms,
): PricedComponent {
  const lines: PayLine[] = [];
  const earned = new Map<Run, Earned[]>();
  const isFollowed = !isDueAtOnce(component.paid) || component.pool?.shareBy === "credit";
  const basisOf = requiredBasis(plan, component, assigned);
  const runs = priceComponent(
    {
      component,
      credits,
      basisOf: (holder, period) => basisOf(people.get(holder) ?? anybody(holder), period),
      teamOf: (repId) => people.get(repId)?.team ?? "",
      periodOf: (date) => find(date, component.period),
      payPeriodOf: (date) => find(date, plan.pays),
      monthEndOf: (date) => find(date, "month").periodEnd,
      ...(isFollowed ? { attribute: (...told) => follow(earned, ...told) } : {}),
    },
    lines,
  );
  return { component, runs, earned, lines };
}

function follow(
  earned: Map<Run, Earned[]>,
  run: Run,
  credit: Credit,
  cents: number,
  at: Credit,
): void {
  const own = earned.get(run) ?? [];
  const isOwn = at === credit || at.reverses === credit.creditId;
  own.push({ credit, cents, on: at.date, creditCents: isOwn ? at.creditCents : 0 });
  earned.set(run, own);
}

/** The months in which anything of the plan is earned or falls due, up to the last known day. */
function monthEndsOf({ plan, credits, find, through }: PayInput): PlainDate[] {
  const held = plan.components.filter(({ paid }) => !isDueAtOnce(paid));
  const ends = plan.components.flatMap(({ where }) => where.until ?? []);
  const days = new Set(ends);
  for (const credit of credits) {
    days.add(credit.date);
    for (const { paid } of held) for (const day of dueDays(credit, paid)) days.add(day);
  }
  const known = [...days].filter((day) => day <= through);
  return [...new Set(known.map((day) => find(day, "month").periodEnd))].sort();
}

/** What each holder of a component is left with by rules that look at the whole of a run's pay. */
function payToDate(
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
function payWhole(input: PayInput, priced: PricedComponent, whole: PricedPlan): void {
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
  for (const [holder, own] of paid) {
    const last = lastPayDay(input, holder);
    hold(
      {
        component,
        paid: own,
        earned,
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
