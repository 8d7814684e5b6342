import { addDays, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import { ofPayment } from "../../compensation/line.ts";
import type { Days, Person } from "../../compensation/person.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";
import { pricePlan } from "../../compensation/price.ts";
import type { Assigned } from "../../compensation/target/basis.ts";
import { bookedAhead, followedAhead, meanAhead, type SpanAhead } from "./ahead.ts";
import { cuttingOf, mergedParts } from "./alike.ts";
import type { CreditedPart } from "./base.ts";
import { yearCredits } from "./credits.ts";
import { levelCredits } from "./level-credits.ts";
import { levelCount, levelsOf } from "./levels.ts";
import { type Unquoted, unquotedFinder } from "./unquoted.ts";

/** A compensation plan in the year that runs, with what it credited so far. */
export interface RunningPlan {
  readonly plan: PlanTerms;
  readonly people: readonly Person[];
  readonly credits: readonly Credit[];
  readonly assigned: Assigned;
  readonly parts: readonly CreditedPart[];
  /** Minor units of the plan's currency for one of the company's. */
  readonly companyCentsIn: number;
  /** Person → the reps whose bookings their pay follows. */
  readonly followed: ReadonlyMap<string, readonly string[]>;
  /** Person → the levels that their components measured last. */
  readonly levels: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** The last day of what is credited. */
  readonly knownUntil: PlainDate;
}

/** What a course of the year is priced for. */
export interface Course {
  /** What comes out by chance. */
  readonly span: SpanAhead;
  /** Spans between now and it, which come out at their means. */
  readonly before: readonly SpanAhead[];
  /** Days whose cost is told, each apart. */
  readonly counted: readonly Days[];
}

/**
 * What a plan will yet cost in each drawn course of the year, beyond what is earned by now: minor
 * units of the company's currency, by counted days and person. Credits of periods without a quota that
 * their pay needs are left out.
 */
export function drawnAhead(
  running: RunningPlan,
  { span, before, counted }: Course,
  yearStart: PlainDate,
): Float64Array[][] {
  const parts = mergedParts(running.plan, running.parts, yearStart);
  const unquoted = unquotedFinder(running);
  const sold = (one: SpanAhead, amountOf: (repId: string) => number) =>
    soldCredits(running, one, parts, yearStart, amountOf).filter(
      (credit) => unquoted(credit) === null,
    );
  const expected = before.flatMap((one) => [
    ...sold(one, (repId) => meanAhead(one, running.followed.get(repId))),
    ...keptLevels(running, one),
  ]);
  const costOf = (credits: readonly Credit[]) =>
    costsIn(running, [...expected, ...credits], counted);
  const levels = running.people.map(({ repId }) => ({
    repId,
    ...levelsOf(bookedAhead(span, running.followed.get(repId))),
  }));
  const valueAt = new Map(levels.map(({ repId, values }) => [repId, values]));
  const kept = keptLevels(running, span);
  const nothing = costOf([]);
  const costs = Array.from({ length: levelCount }, (_, level) =>
    costOf([...kept, ...sold(span, (repId) => valueAt.get(repId)?.[level] ?? 0)]),
  );
  return counted.map((_, at) =>
    levels.map(({ repId, levelOf }) => {
      const costAt = (costed: typeof nothing) => costed[at]?.get(repId) ?? 0;
      const more = costs.map((costed) => costAt(costed) - costAt(nothing));
      return Float64Array.from(levelOf, (level) => (more[level] ?? 0) / running.companyCentsIn);
    }),
  );
}

/**
 * Whose pay a span's forecast leaves out from a period on, one a person in the order of people: the
 * first of those that lack a quota.
 */
export function unquotedAhead(
  running: RunningPlan,
  span: SpanAhead,
  yearStart: PlainDate,
): Unquoted[] {
  const parts = mergedParts(running.plan, running.parts, yearStart);
  const unquoted = unquotedFinder(running);
  const first = new Map<string, Unquoted>();
  for (const credit of soldCredits(running, span, parts, yearStart, anyAmount)) {
    const found = unquoted(credit);
    const before = first.get(credit.repId);
    if (found && (!before || found.period.periodStart < before.period.periodStart))
      first.set(credit.repId, found);
  }
  return [...first.values()];
}

/** What is credited at all depends on no amount. */
const anyAmount = () => 1;

/** Levels of measure periods of a span that aren't over. */
function keptLevels({ plan, people, levels, knownUntil }: RunningPlan, span: Days): Credit[] {
  const next = addDays(knownUntil, 1);
  const days = { from: span.from > next ? span.from : next, until: span.until };
  if (days.from > days.until) return [];
  return people.flatMap(({ repId }) => levelCredits(plan, repId, levels.get(repId) ?? {}, days));
}

/** Credits of a span in which everybody's reps come to an amount, by the months of their means. */
function soldCredits(
  running: RunningPlan,
  span: SpanAhead,
  parts: readonly CreditedPart[],
  yearStart: PlainDate,
  amountOf: (repId: string) => number,
): Credit[] {
  return running.people.flatMap(({ repId }) => {
    const members = followedAhead(span, running.followed.get(repId));
    const weights = Array.from({ length: 12 }, (_, month) =>
      members.reduce((sum, { months }) => sum + (months[month] ?? 0), 0),
    );
    const whole = weights.reduce((a, b) => a + b, 0);
    if (whole <= 0) return [];
    const booked = weights.map((weight) => (amountOf(repId) * weight) / whole);
    return yearCredits(repId, parts, booked, cuttingOf(running.plan, yearStart));
  });
}

/** By person, of each of several stretches of days. */
function costsIn(
  { plan, people, credits, assigned }: RunningPlan,
  more: readonly Credit[],
  counted: readonly Days[],
): Map<string, number>[] {
  const { lines } = pricePlan({ plan, people, credits: [...credits, ...more], assigned });
  return counted.map(({ from, until }) => {
    const costs = new Map<string, number>();
    for (const { repId, date, cause, amountCents } of lines) {
      if (date < from || date > until || ofPayment.includes(cause)) continue;
      costs.set(repId, (costs.get(repId) ?? 0) + amountCents);
    }
    return costs;
  });
}
