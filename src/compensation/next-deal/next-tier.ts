import { currencyDigits } from "../../money.ts";
import type { Credit } from "../credit/credit.ts";
import { isCount } from "../credit/measure.ts";
import { one } from "../exact.ts";
import { nextDeal } from "../next-deal.ts";
import type { Standing } from "../pay/standing.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { pricePlan } from "../price.ts";
import type { OwnPay } from "./own-pay.ts";
import { reckoned } from "./reckoned.ts";
import { creditOfSale } from "./sale.ts";

/** How far a component's own threshold or next tier is, and what it takes and brings to reach it. */
export interface NextTier extends Standing {
  readonly kind: "threshold" | "tier";
  /** The credit from which on it is reached. */
  readonly from: number;
  /** In the unit of credit: minor units, or hundredths of units. */
  readonly missing: number;
  /** What the missing credit is paid, and a further step beyond it; minor units. */
  readonly reachingCents: number;
  readonly beyondCents: number;
  /** A step: a thousand of the currency, or one unit; in the unit of credit. */
  readonly step: number;
}

/**
 * The threshold and the next tier that are still to be reached of each component that a person has
 * credit of in the running period, as their own credits tell; those that weights or conditions leave
 * open which deal would reach are left out.
 */
export function nextTiers(own: OwnPay): NextTier[] {
  const { plan } = reckoned(own.plan);
  return standingsOf(own, []).flatMap((standing) => {
    const component = plan.components.find(({ name }) => name === standing.component);
    if (component === undefined) return [];
    return [
      tierOf(own, component, standing, "threshold", thresholdOf(component, standing)) ?? [],
      tierOf(own, component, standing, "tier", standing.nextTierFrom) ?? [],
    ].flat();
  });
}

/** The credit that opens a component's own gate; null where it has none, or is through it. */
function thresholdOf({ name, gates }: ComponentTerms, { quota, credit }: Standing): number | null {
  const gate = gates.find(({ component }) => component === name);
  if (gate === undefined || quota === null) return null;
  const from = Math.ceil(gate.atLeast.mul(quota).valueOf());
  return credit < from ? from : null;
}

function tierOf(
  own: OwnPay,
  component: ComponentTerms,
  standing: Standing,
  kind: NextTier["kind"],
  from: number | null,
): NextTier | null {
  if (from === null) return null;
  const missing = from - standing.credit;
  const step = isCount(component.measure) ? 100 : 1000 * 10 ** currencyDigits(own.plan.currency);
  const reaching = creditsOf(own, component, missing);
  const reached = standingsOf(own, reaching).find(({ component: name }) => name === component.name);
  if (reached === undefined || reached.credit < from) return null;
  const paid = (credits: readonly Credit[]) =>
    nextDeal(own, credits).added.find((added) => added.component === component.name)?.earnedCents ??
    0;
  const reachingCents = paid(reaching);
  const further = creditsOf(own, component, missing + step);
  const beyondCents = paid(further) - reachingCents;
  return { ...standing, kind, from, missing, reachingCents, beyondCents, step };
}

/** Where a person stands in the periods that the as-of is in, with more credit. */
function standingsOf({ plan, person, credits, assigned, asOf }: OwnPay, more: readonly Credit[]) {
  const { standings } = pricePlan({
    plan: reckoned(plan).plan,
    credits: [...credits, ...more],
    people: [person],
    assigned,
    through: asOf,
  });
  return standings.filter(({ period }) => period.periodStart <= asOf && asOf <= period.periodEnd);
}

/** Sales that come to so much credit: one of the amount, or as many as units are missing. */
function creditsOf(own: OwnPay, component: ComponentTerms, missing: number): Credit[] {
  const { where, credit, measure, lessShareOfAmount } = component;
  const sale = (amountCents: number, at: number) =>
    creditOfSale(
      {
        date: own.asOf,
        amountCents,
        type: where.types?.[0] ?? null,
        product: where.products?.[0] ?? null,
        role: credit[0] ?? null,
      },
      own.person.repId,
      at,
    );
  if (isCount(measure)) {
    const units = Array.from({ length: Math.ceil(missing / 100) }, (_, at) => at);
    return units.map((at) => sale(where.minCents ?? 100, at));
  }
  const kept = one.sub(lessShareOfAmount).valueOf();
  return [sale(Math.ceil(missing / kept), 0)];
}
