import { widestGap } from "./fairness.ts";
import type { PayOf } from "./pay/cost.ts";
import type { Plan } from "./plan.ts";
import type { PlannedGroup } from "./planned.ts";

/** A value before and after; null where the entity isn't in the plan. */
export interface Change {
  readonly from: number | null;
  readonly to: number | null;
}

/** What changes for the company, a region, a team or a rep; money in minor units. */
export interface PlanChange {
  readonly level: "company" | "region" | "team" | "rep";
  readonly id: string;
  readonly quota: Change;
  readonly expected: Change;
  /** That the quota is made. */
  readonly odds: Change;
  /** Null of a rep. */
  readonly shareAtQuota: Change | null;
  readonly reps: Change | null;
  /** Expected variable pay, of everybody who belongs to it; null without compensation plans. */
  readonly pay: Change | null;
}

/** What changes for the plan as a whole. */
export interface PlanDiff {
  readonly changes: readonly PlanChange[];
  /** What those who are there can book in the year. */
  readonly capacity: Change;
  /** Standard deviation of the logarithm of quota over expected bookings. */
  readonly unevenness: Change;
  /** How far apart the mean odds of two groups of reps lie at most. */
  readonly widestGap: Change;
}

/** The cost of pay in two plans. */
export interface PayOfBoth {
  readonly from: readonly PayOf[];
  readonly to: readonly PayOf[];
}

/**
 * What a plan changes against another: company, regions and teams, and every rep.
 *
 * @param pay what both cost in pay; null without compensation plans
 */
export function diffPlans(from: Plan, to: Plan, pay: PayOfBoth | null = null): PlanDiff {
  const changes = [...groupChanges(from, to), ...repChanges(from, to)];
  return {
    changes: changes.map((change) => ({ ...change, pay: pay && payChange(pay, change) })),
    capacity: { from: capacityOf(from), to: capacityOf(to) },
    unevenness: { from: from.unevenness, to: to.unevenness },
    widestGap: { from: widestGap(from.fairness), to: widestGap(to.fairness) },
  };
}

function payChange(
  { from, to }: PayOfBoth,
  { level, id }: Pick<PlanChange, "level" | "id">,
): Change {
  const own = (one: PayOf) => one.level === level && one.id === id;
  return changeOf(from.find(own), to.find(own), ({ expected }) => expected);
}

function groupChanges(from: Plan, to: Plan): Omit<PlanChange, "pay">[] {
  const key = ({ level, id }: PlannedGroup) => `${level} ${id}`;
  return paired(from.groups, to.groups, key).map(([one, other]) => {
    const { level, id } = (one ?? other) as PlannedGroup;
    const change = (of: (group: PlannedGroup) => number) => changeOf(one, other, of);
    return {
      level,
      id,
      quota: change(({ quota }) => quota),
      expected: change(({ expected }) => expected),
      odds: change(({ odds }) => odds),
      shareAtQuota: change(({ shareAtQuota }) => shareAtQuota),
      reps: change(({ reps }) => reps),
    };
  });
}

function repChanges(from: Plan, to: Plan): Omit<PlanChange, "pay">[] {
  return paired(from.reps, to.reps, ({ repId }) => repId).map(([one, other]) => ({
    level: "rep",
    id: one?.repId ?? other?.repId ?? "",
    quota: changeOf(one, other, ({ quota }) => quota),
    expected: changeOf(one, other, ({ production }) => Math.round(production.mean)),
    odds: changeOf(one, other, ({ odds }) => odds),
    shareAtQuota: null,
    reps: null,
  }));
}

/** Members of two lists by key, those of the first first. */
export function paired<T>(
  from: readonly T[],
  to: readonly T[],
  keyOf: (member: T) => string,
): [T | undefined, T | undefined][] {
  const later = new Map(to.map((member) => [keyOf(member), member]));
  const known = new Set(from.map(keyOf));
  return [
    ...from.map((member) => [member, later.get(keyOf(member))] as [T, T | undefined]),
    ...to
      .filter((member) => !known.has(keyOf(member)))
      .map((member) => [undefined, member] as [undefined, T]),
  ];
}

const changeOf = <T>(
  one: T | undefined,
  other: T | undefined,
  of: (member: T) => number,
): Change => ({
  from: one === undefined ? null : of(one),
  to: other === undefined ? null : of(other),
});

/** What those who are there can book in the year, minor units. */
export const capacityOf = ({ capacity }: Plan) =>
  capacity.reduce((sum, month) => sum + month.capacity, 0);
