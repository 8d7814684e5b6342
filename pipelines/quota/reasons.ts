import type { ProductionModel } from "../../src/quota/production-model.ts";
import { reason } from "../../src/quota/reason.ts";
import type { Recommended } from "../../src/quota/recommend.ts";
import type { SalesYear } from "../../src/quota/sales-year.ts";
import { type Seller, startOf, territoryAt } from "../../src/quota/seller.ts";

interface ReasonOptions {
  readonly seller: Seller;
  readonly model: ProductionModel;
  readonly year: SalesYear;
  readonly digits: number;
}

/** Why a rep's quota is what it is, in words. */
export function reasonOf(rep: Recommended, { seller, model, year, digits }: ReasonOptions): string {
  const planned = year.sellers.find(({ repId }) => repId === rep.repId);
  const territory = territoryAt(seller, model.origin);
  const whole = planned?.full.reduce((a, b) => a + b, 0) ?? 0;
  return reason(
    {
      expected: rep.production.mean,
      accounts: territory?.accounts ?? null,
      worth: territory?.expected ?? null,
      tenureYears: seller.hired === null ? null : (model.origin - startOf(seller)) / 12,
      ratio: model.ratioOf(seller).mean,
      trailing: planned?.basis.trailing ?? null,
      ramp: whole > 0 ? rep.production.mean / whole : 1,
      bound: rep.bound,
    },
    digits,
  );
}
