import { type Conditions, meets } from "../credit/conditions.ts";
import type { Credit } from "../credit/credit.ts";
import { conditionsOf } from "../plan/conditions-of.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import type { DealShare } from "./basis.ts";

/** Deals that nothing in a plan tells apart. */
export interface DealSlice extends DealShare {
  /** Whether they count for the leading component. */
  readonly isLead: boolean;
}

/** A mix of deals with those put together that no condition of the plan on type or product tells apart. */
export function slicesOf(
  plan: PlanTerms,
  lead: ComponentTerms,
  mix: readonly DealShare[],
): DealSlice[] {
  const conditions = [lead.where, ...plan.components.flatMap(conditionsOf)].map(ofDeals);
  const slices = new Map<string, DealSlice>();
  for (const one of mix) {
    const met = conditions.map((where) => meets({ ...anyDeal, ...one }, where));
    const key = met.join();
    const known = slices.get(key);
    const share = one.share + (known?.share ?? 0);
    slices.set(key, { ...(known ?? one), share, isLead: met[0] === true });
  }
  return [...slices.values()];
}

/** What conditions ask of a deal's type and product alone. */
const ofDeals = (where: Conditions): Conditions => ({
  ...where,
  minCents: null,
  maxCents: null,
  from: null,
  until: null,
  first: null,
});

const anyDeal: Credit = {
  creditId: "",
  repId: "",
  date: "",
  opportunityId: null,
  lineId: null,
  product: null,
  type: null,
  role: null,
  amountCents: 0,
  creditCents: 0,
  dealCents: 0,
  margin: null,
  quantity: null,
  invoicedOn: null,
  payments: null,
  reverses: null,
};
