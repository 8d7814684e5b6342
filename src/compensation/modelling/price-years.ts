import type { Credit } from "../credit/credit.ts";
import type { PayLine } from "../line.ts";
import type { Standing } from "../pay/standing.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { pricePlan } from "../price.ts";
import { asEarned, type ModelBasis, typicalPerson } from "./basis.ts";
import type { TypicalYear } from "./typical-year.ts";

/** What a typical year pays at an attainment; whole minor units. */
export interface PayPoint {
  /** Of the leading component's quota: 1 is 100 %. */
  readonly attainment: number;
  readonly cents: number;
  /** By component, in the plan's order; caps over all components are in none of them. */
  readonly components: readonly number[];
}

/** A year to price: somebody's attainment, and credits beyond the typical ones. */
export interface PricedYear {
  readonly attainment: number;
  readonly more?: (repId: string) => readonly Credit[];
}

/**
 * What typical years pay by the engine, one person each, and how far each of them came.
 *
 * @throws InputError where the plan needs a figure that nothing gives
 */
export function priceYears(
  plan: PlanTerms,
  basis: ModelBasis,
  year: TypicalYear,
  years: readonly PricedYear[],
): { readonly points: PayPoint[]; readonly standings: readonly Standing[] } {
  const ids = years.map((_, index) => `year ${index}`);
  const credits = years.flatMap(({ attainment, more }, index) => {
    const repId = ids[index] ?? "";
    return [...year.creditsOf(repId, attainment), ...(more?.(repId) ?? [])];
  });
  const { lines, standings } = pricePlan({
    plan: asEarned(plan),
    credits,
    people: ids.map((id) => typicalPerson(plan, basis, id)),
    assigned: year.assigned,
  });
  const earned = earnedBy(lines, plan);
  const points = years.map(({ attainment }, index) => {
    const { cents, components } = earned(ids[index] ?? "");
    return { attainment, cents, components };
  });
  return { points, standings };
}

/** What balances carry between pay periods is no pay of a year. */
const carried: readonly PayLine["cause"][] = ["draw", "carried", "recovered"];

function earnedBy(lines: readonly PayLine[], { components }: PlanTerms) {
  const places = new Map(components.map(({ name }, index) => [name, index]));
  const sums = new Map<string, { cents: number; components: number[] }>();
  const nothing = () => ({ cents: 0, components: components.map(() => 0) });
  for (const { repId, component, cause, amountCents } of lines) {
    if (carried.includes(cause)) continue;
    const own = sums.get(repId) ?? nothing();
    sums.set(repId, own);
    own.cents += amountCents;
    const place = component === null ? undefined : places.get(component);
    if (place !== undefined) own.components[place] = (own.components[place] ?? 0) + amountCents;
  }
  return (repId: string) => sums.get(repId) ?? nothing();
}
