import { addDays, type Period, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { isCount } from "../credit/measure.ts";
import { periodFinder } from "../dates.ts";
import { unwritten } from "../places.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import { type Assigned, basisOf } from "../target/basis.ts";
import { leadOf, type ModelBasis, typicalPerson } from "./basis.ts";
import { slicesOf } from "./deal-mix.ts";
import { modelMonths, modelYear, seasonUpTo } from "./model-year.ts";
import { credit, creditsOf, cutOf, unitsOf } from "./year-credits.ts";

/** A year's quota, in what a component counts, and its target pay in minor units. */
export interface Whole {
  readonly quota: number;
  readonly target: number;
}

/** A year of credits that a plan is priced on: monthly, in the season's course, of the mix of deals. */
export interface TypicalYear {
  readonly lead: ComponentTerms;
  /** What 100 % of the leading component are: minor units, or hundredths of units. */
  readonly quota: number;
  /** Target pay of the year over all components, in minor units. */
  readonly target: number;
  readonly assigned: Assigned;
  /** The year's quota and target pay of a component; 0 where it has none. */
  wholeOf(component: ComponentTerms): Whole;
  /** The credits of somebody who attains a share of the quota. */
  creditsOf(repId: string, attainment: number): Credit[];
  /** The credit of one more deal at the end of the year, in what the leading component counts. */
  dealOf(repId: string, size: number, deal: Pick<Credit, "type" | "product">): Credit;
}

/**
 * The typical year of a plan. Quotas that the plan leaves open follow the season, so that every measure
 * period is attained alike.
 */
export function typicalYear(plan: PlanTerms, basis: ModelBasis): TypicalYear {
  const find = periodFinder(plan.calendar);
  const year = modelYear(plan, find);
  const lead = leadOf(plan);
  const months = modelMonths(plan, year, basis.season);
  const slices = slicesOf(plan, lead, basis.mix);
  const assigned = assignedBySeason(plan, basis, { lead, year });
  const person = typicalPerson(plan, basis, "");
  const input = { plan, assigned, places: unwritten };
  const sumOf = (component: ComponentTerms, key: "quota" | "target") =>
    periodsOf(year, component, find).reduce(
      (sum, period) =>
        sum + (basisOf({ ...input, component }, person, period)[key]?.valueOf() ?? 0),
      0,
    );
  const quota = lead.quota === null ? basis.quota : sumOf(lead, "quota");
  const units = unitsOf(lead, basis);
  const cut = cutOf(plan);
  const last = months.at(-1)?.day ?? plan.effectiveFrom;
  return {
    lead,
    quota,
    target: plan.components.reduce((sum, component) => sum + sumOf(component, "target"), 0),
    assigned,
    wholeOf: (component) => ({
      quota: sumOf(component, "quota"),
      target: sumOf(component, "target"),
    }),
    creditsOf: (repId, attainment) =>
      creditsOf({ repId, total: attainment * quota, months, slices, units, cut }),
    dealOf: (repId, size, { type, product }) =>
      dealOf({ repId, date: last, type, product }, units(size)),
  };
}

function periodsOf(
  { periodStart, periodEnd }: Period,
  component: ComponentTerms,
  find: ReturnType<typeof periodFinder>,
): Period[] {
  const periods: Period[] = [];
  for (let period = find(periodStart, component.period); period.periodStart <= periodEnd; ) {
    periods.push(period);
    period = find(addDays(period.periodEnd, 1), component.period);
  }
  return periods;
}

/** The basis' quota by the parts of the season, in the units of each component. */
function assignedBySeason(
  { components }: PlanTerms,
  { quota, season, dealCents }: ModelBasis,
  { lead, year }: { readonly lead: ComponentTerms; readonly year: Period },
): Assigned {
  const countOf = new Map(components.map(({ name, measure }) => [name, isCount(measure)]));
  const isLeadCount = isCount(lead.measure);
  const shareUpTo = seasonUpTo(year, season);
  const wholeOf = (isCounted: boolean) => {
    if (isCounted === isLeadCount) return quota;
    return isCounted ? (100 * quota) / dealCents : (quota * dealCents) / 100;
  };
  const known = new Map<string, number>();
  return (_, component, { periodStart, periodEnd }) => {
    const key = `${periodStart} ${component}`;
    const own = wholeOf(countOf.get(component) ?? false);
    const upTo = (day: PlainDate) => Math.round(own * shareUpTo(day));
    const value = known.get(key) ?? upTo(periodEnd) - upTo(addDays(periodStart, -1));
    known.set(key, value);
    return value;
  };
}

/** A credit of one deal, as large as it is. */
const dealOf = (
  whose: Pick<Credit, "repId" | "date" | "type" | "product">,
  figures: ReturnType<ReturnType<typeof unitsOf>>,
): Credit =>
  credit({ ...whose, creditId: `${whose.repId}/deal` }, { ...figures, dealCents: figures.cents });
