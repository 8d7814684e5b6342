import type { PlanTerms } from "../plan/terms.ts";
import type { DealShare, ModelBasis } from "./basis.ts";
import { priceYears } from "./price-years.ts";
import { typicalYear } from "./typical-year.ts";

/** One more deal of somebody who has attained something so far. */
export interface ModelledDeal {
  /** Before the deal. */
  readonly attainment: number;
  /** What it adds, as a share of the quota. */
  readonly size: number;
  readonly kind: Pick<DealShare, "type" | "product">;
}

export interface DealPay {
  /** The year's pay without and with the deal, in minor units. */
  readonly before: number;
  readonly after: number;
  /** After it. */
  readonly attainment: number;
}

/**
 * What one more deal at the end of a typical year pays, with all that it changes of pay before it.
 *
 * @throws InputError where the plan needs a figure that nothing gives
 */
export function payOfDeal(plan: PlanTerms, basis: ModelBasis, deal: ModelledDeal): DealPay {
  const year = typicalYear(plan, basis);
  const { attainment, size, kind } = deal;
  const figure = Math.round(size * year.quota);
  const { points } = priceYears(plan, basis, year, [
    { attainment },
    { attainment, more: (repId) => [year.dealOf(repId, figure, kind)] },
  ]);
  const [before, after] = points;
  return {
    before: before?.cents ?? 0,
    after: after?.cents ?? 0,
    attainment: attainment + size,
  };
}
