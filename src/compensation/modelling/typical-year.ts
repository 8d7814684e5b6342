import { addDays, type Period, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { isCount } from "../credit/measure.ts";
import { periodFinder } from "../dates.ts";
import { unwritten } from "../places.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import { type Assigned, basisOf } from "../target/basis.ts";
import { leadOf, type ModelBasis, typicalPerson } from "./basis.ts";
import { type DealSlice, slicesOf } from "./deal-mix.ts";
import { type ModelMonth, modelMonths, modelYear, seasonUpTo } from "./model-year.ts";

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
      creditsOf({ repId, total: attainment * quota, months, slices, units }),
    dealOf: (repId, size, { type, product }) =>
      credit(`${repId}/deal`, repId, last, { type, product }, units(size), units(size).cents),
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

/** A figure of the leading component as money and as hundredths of units. */
interface Figures {
  readonly cents: number;
  readonly hundredths: number;
}

const unitsOf =
  ({ measure }: ComponentTerms, { dealCents }: ModelBasis) =>
  (figure: number): Figures & { readonly dealCents: number } =>
    isCount(measure)
      ? { cents: Math.round((figure * dealCents) / 100), hundredths: figure, dealCents }
      : { cents: figure, hundredths: Math.round((100 * figure) / dealCents), dealCents };

interface YearInput {
  readonly repId: string;
  /** Of the leading component. */
  readonly total: number;
  readonly months: readonly ModelMonth[];
  readonly slices: readonly DealSlice[];
  readonly units: ReturnType<typeof unitsOf>;
}

/** Credits whose running sum is rounded as that of quotas is, so that 100 % attain them to the cent. */
function creditsOf({ repId, total, months, slices, units }: YearInput): Credit[] {
  const lead = slices.filter(({ isLead }) => isLead);
  const leadShare = shareOf(lead.length > 0 ? lead : slices);
  return [true, false].flatMap((isLead) => {
    const own = slices.filter((slice) => slice.isLead === isLead);
    const all = (total * shareOf(own)) / leadShare;
    let told = 0;
    return months.flatMap(({ day, upTo }, month) => {
      const before = months[month - 1]?.upTo ?? 0;
      return own.map((slice, index) => {
        const part = shareOf(own.slice(0, index + 1)) / shareOf(own);
        const sum = Math.round(all * (part === 1 ? upTo : before + (upTo - before) * part));
        const figures = units(sum - told);
        told = sum;
        const id = `${repId}/${isLead}/${month}/${index}`;
        return credit(id, repId, day, slice, figures, figures.dealCents);
      });
    });
  });
}

const shareOf = (slices: readonly DealSlice[]) => slices.reduce((sum, { share }) => sum + share, 0);

function credit(
  creditId: string,
  repId: string,
  date: string,
  { type, product }: Pick<Credit, "type" | "product">,
  { cents, hundredths }: Figures,
  dealCents: number,
): Credit {
  return {
    creditId,
    repId,
    date,
    opportunityId: null,
    lineId: null,
    product,
    type,
    role: null,
    amountCents: cents,
    creditCents: cents,
    dealCents,
    margin: { amount: cents, credit: cents },
    quantity: { amount: hundredths, credit: hundredths },
    invoicedOn: null,
    payments: null,
    reverses: null,
  };
}
