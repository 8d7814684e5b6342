import type { PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import { mergedCredits } from "../../src/scenario/pay/alike.ts";
import type { PayBase } from "../../src/scenario/pay/base.ts";
import { spreadOf } from "../../src/scenario/pay/cost.ts";
import {
  type Course,
  drawnAhead,
  type RunningPlan,
  unquotedAhead,
} from "../../src/scenario/pay/outlook.ts";
import type { Unquoted } from "../../src/scenario/pay/unquoted.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { CreditedPlan } from "../compensation/credited-plans.ts";
import { sellersIn } from "./followed.ts";
import type { ForecastSpan } from "./spans.ts";

export interface EarnedRow {
  readonly period: string;
  readonly period_start: PlainDate;
  readonly earned_cents: number;
}

interface OutlookInputs {
  readonly base: PlanBase;
  readonly pay: PayBase;
  readonly plans: readonly CreditedPlan[];
  readonly spans: readonly ForecastSpan[];
  readonly earned: readonly EarnedRow[];
  readonly yearStart: PlainDate;
  readonly asOf: PlainDate;
}

/** Rows of `pay_outlook`, and of `pay_unquoted`: whom it leaves out from a period on. */
export function payOutlook(all: OutlookInputs) {
  const running = runningPlans(all);
  const unquoted = running.flatMap((plan) => {
    const found = all.spans.flatMap((span) => unquotedAhead(plan, span, all.yearStart));
    return firstOfEach(found).map(({ repId, component, period }) => ({
      rep_id: repId,
      plan: plan.plan.name,
      component,
      period: period.period,
      period_start: period.periodStart,
    }));
  });
  return { rows: outlookRows(running, all), unquoted };
}

/** Of each person's, the earliest. */
const firstOfEach = (found: readonly Unquoted[]): Unquoted[] =>
  [...grouped(found, ({ repId }) => repId).values()].map((own) =>
    own.reduce((first, one) => (one.period.periodStart < first.period.periodStart ? one : first)),
  );

/**
 * What is earned, with what the forecast's bookings will yet cost. Means are of courses of the whole
 * year, so that quarters sum to it; a quarter's range is that of its own bookings.
 */
function outlookRows(running: readonly RunningPlan[], { spans, earned, yearStart }: OutlookInputs) {
  const year = spans.find(({ period }) => period === "year");
  if (!year) return [];
  const quarters = spans.filter(({ period }) => period === "quarter");
  const drawn = (course: Course) =>
    summed(running.map((plan) => drawnAhead(plan, course, yearStart)));
  const courses = drawn({ span: year, before: [], counted: [...quarters, year] });
  return [...quarters, year].map((span, at) => {
    const mean = spreadOf(courses[at] ?? []);
    const before = quarters.filter(({ from }) => from < span.from);
    const own = span === year ? courses[at] : drawn({ span, before, counted: [span] })[0];
    const { expected, lower, upper } = spreadOf(own ?? []);
    const known = earnedIn(earned, span);
    return {
      period: span.period,
      period_start: span.periodStart,
      count_people: running.reduce(
        (count, plan) => count + countForecast(plan, span, yearStart),
        0,
      ),
      earned_cents: known,
      expected_cents: known + mean.expected,
      lower_80_cents: known + mean.expected + lower - expected,
      upper_80_cents: known + mean.expected + upper - expected,
    };
  });
}

/** People whose pay of a span is forecast, all of it. */
const countForecast = (plan: RunningPlan, span: ForecastSpan, yearStart: PlainDate) =>
  plan.people.length - unquotedAhead(plan, span, yearStart).length;

/** Everybody's draws, by counted days. */
const summed = (plans: readonly Float64Array[][][]): Float64Array[][] =>
  (plans[0] ?? []).map((_, at) => plans.flatMap((counted) => counted[at] ?? []));

const earnedIn = (earned: readonly EarnedRow[], { period, periodStart }: ForecastSpan): number =>
  earned.find((row) => row.period === period && row.period_start === periodStart)?.earned_cents ??
  0;

/** The plans that people are under today, with what they credited in the running year. */
function runningPlans({ base, pay, plans, yearStart, asOf }: OutlookInputs): RunningPlan[] {
  return plans.flatMap(({ plan, credits, assigned }): RunningPlan[] => {
    const paid = pay.plans.find(({ name }) => name === plan.terms.name);
    const covered = pay.people.filter((person) => person.plan === plan.terms.name);
    if (!paid || covered.length === 0) return [];
    const followed = covered.map(
      ({ repId, follows }) =>
        [repId, sellersIn(follows, base.year.sellers).map((seller) => seller.repId)] as const,
    );
    const running = credits.filter(({ date }) => date >= yearStart);
    return [
      {
        plan: plan.terms,
        people: plan.people,
        credits: [
          ...mergedCredits(plan.terms, running.filter(isOfDeal)),
          ...running.filter((credit) => !isOfDeal(credit)),
        ],
        assigned,
        parts: paid.parts,
        companyCentsIn: paid.companyCentsIn,
        followed: new Map(followed),
        levels: new Map(covered.map(({ repId, levels }) => [repId, levels])),
        knownUntil: asOf,
      },
    ];
  });
}

const isOfDeal = ({ levelOf }: Credit) => levelOf === undefined;
