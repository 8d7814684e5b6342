import type { PlanTerms } from "../plan/terms.ts";
import type { ModelBasis } from "./basis.ts";
import { edgesOf, reachesOf } from "./edges.ts";
import { type PayPoint, priceYears } from "./price-years.ts";
import { typicalYear, type Whole } from "./typical-year.ts";

/** A plan's pay by attainment. */
export interface PlanModel {
  readonly components: readonly string[];
  /** The name of the component by whose quota attainment is told. */
  readonly lead: string;
  /** 100 % of it: minor units, or hundredths of units. */
  readonly quota: number;
  /** Target pay of a year in minor units; 0 where the plan knows of none. */
  readonly target: number;
  /** Of the year, by component in the plan's order. */
  readonly wholes: readonly Whole[];
  /** In order of attainment, at least from 0 to `most`. */
  readonly points: readonly PayPoint[];
  /** What components may cost over all people, in minor units; null without a budget. */
  readonly budgets: readonly (number | null)[];
}

/** Attainment up to which payout curves reach. */
export const most = 2.5;
/** Points in all of it, beside the edges. */
const points = { few: 25, many: 50 };
/** Just before an edge, at which pay may jump: a minor unit at least. */
const hair = (quota: number) => Math.max(1e-6, 1 / quota);

/**
 * A plan's payout curve: what typical years pay by the engine, at attainments from 0 to 250 % and on
 * both sides of every edge of the plan.
 *
 * @throws InputError where the plan needs a figure that nothing gives
 */
export function modelPlan(plan: PlanTerms, basis: ModelBasis): PlanModel {
  const year = typicalYear(plan, basis);
  const { standings } = priceYears(plan, basis, year, [{ attainment: 1 }]);
  const edges = edgesOf(plan, reachesOf(standings)).filter((edge) => edge <= most);
  const count = isLinearBetweenEdges(plan) ? points.few : points.many;
  const even = Array.from({ length: count + 1 }, (_, k) => (k * most) / count);
  const all = [...even, ...edges.flatMap((edge) => [Math.max(0, edge - hair(year.quota)), edge])];
  const places = [...new Set(all.map((place) => Number(place.toFixed(9))))].sort((a, b) => a - b);
  const years = places.map((attainment) => ({ attainment }));
  return {
    components: plan.components.map(({ name }) => name),
    lead: year.lead.name,
    quota: year.quota,
    target: year.target,
    wholes: plan.components.map((component) => year.wholeOf(component)),
    points: priceYears(plan, basis, year, years).points,
    budgets: plan.components.map(({ budget }) => budget?.cents ?? null),
  };
}

/** Whether nothing but edges bends pay: no cap in money, no quotas that stay while the season turns. */
const isLinearBetweenEdges = ({ caps, components }: PlanTerms): boolean =>
  [caps, ...components.map((component) => component.caps)].every(
    ({ period, year }) => period === null && year === null,
  ) &&
  components.every(
    (component) =>
      component.caps.line === null &&
      (component.period === "year" || !Array.isArray(component.quota)),
  );

/** A place among points: that of the lower neighbour, and how far it is to the next, 0 to 1. */
export interface Place {
  readonly index: number;
  readonly part: number;
}

/** Where an attainment lies among the points; beyond the last, in the course of the last stretch. */
export function placeOf(points: readonly PayPoint[], attainment: number): Place {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.attainment ?? 0) <= attainment) low = middle;
    else high = middle;
  }
  const [from, to] = [points[low]?.attainment ?? 0, points[high]?.attainment ?? 0];
  return { index: low, part: to > from ? (attainment - from) / (to - from) : 0 };
}

/** What is paid at an attainment, linear between points; minor units, not rounded. */
export function payAt({ points }: Pick<PlanModel, "points">, attainment: number): number {
  return between(points, placeOf(points, attainment), ({ cents }) => cents);
}

/** A figure of points at a place between two of them. */
export function between(
  points: readonly PayPoint[],
  { index, part }: Place,
  of: (point: PayPoint) => number,
): number {
  const [from, to] = [points[index], points[index + 1]];
  if (from === undefined) return 0;
  return to === undefined ? of(from) : of(from) + part * (of(to) - of(from));
}
