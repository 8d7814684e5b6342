import { between, type PlanModel, placeOf } from "./plan-model.ts";

/** What a plan costs over drawn years, in minor units. */
export interface PlanCost {
  /** Of each drawn year, smallest first. */
  readonly years: readonly number[];
  readonly mean: number;
  /** Four in five years lie between them. */
  readonly lower: number;
  readonly upper: number;
  /** On average, by component in the plan's order; caps over all components are in none of them. */
  readonly components: readonly number[];
  /** What is credited on average, in what the leading component counts. */
  readonly credited: number;
}

/** What drawn years of attainments cost: budgets are shared by all people of a year. */
export function costOf(model: PlanModel, years: readonly Float64Array[]): PlanCost {
  const sums = model.components.map(() => 0);
  const costs = years.map((people) => {
    const { cents, components } = yearOf(model, people);
    for (const [index, own] of components.entries()) sums[index] = (sums[index] ?? 0) + own;
    return cents;
  });
  const sorted = costs.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const attained = years.reduce((sum, people) => sum + people.reduce((a, b) => a + b, 0), 0);
  return {
    years: sorted,
    mean: mean(sorted),
    lower: at(0.1),
    upper: at(0.9),
    components: sums.map((sum) => sum / years.length),
    credited: (attained * model.quota) / years.length,
  };
}

/** The share of drawn years that cost more than a budget. */
export const chanceOver = ({ years }: PlanCost, budget: number): number =>
  years.filter((cents) => cents > budget).length / years.length;

function yearOf({ points, components, budgets }: PlanModel, people: Float64Array) {
  const sums = components.map(() => 0);
  let cents = 0;
  for (const attainment of people) {
    const place = placeOf(points, attainment);
    cents += between(points, place, (point) => point.cents);
    for (const index of components.keys()) {
      const own = between(points, place, (point) => point.components[index] ?? 0);
      sums[index] = (sums[index] ?? 0) + own;
    }
  }
  const capped = sums.map((sum, index) => Math.min(sum, budgets[index] ?? sum));
  const cut = sums.reduce((total, sum, index) => total + sum - (capped[index] ?? 0), 0);
  return { cents: cents - cut, components: capped };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
