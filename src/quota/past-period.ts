import type { Production } from "./production.ts";
import type { ProductionModel } from "./production-model.ts";
import { productionOf, type Uncertainty } from "./sales-year.ts";
import { isThere, type Records, type Seller } from "./seller.ts";

/** A complete period of the past, and the quotas that were set for it; minor units. */
export interface PastPeriod {
  readonly period: string;
  readonly periodStart: string;
  /** Its first month, numbered from the first of the data, and how many it has. */
  readonly month: number;
  readonly length: number;
  readonly quotas: ReadonlyMap<string, number>;
}

/** No back-test below this many reps with a quota. */
export const fewestReps = 4;

/** With a quota set, there from the first month to the last. */
export const participants = ({ sellers }: Records, { month, length, quotas }: PastPeriod) =>
  sellers
    .filter((seller) => (quotas.get(seller.repId) ?? 0) > 0)
    .filter((seller) => isThere(seller, month) && isThere(seller, month + length - 1))
    .sort((a, b) => (a.repId < b.repId ? -1 : 1));

export const bookedIn = ({ monthly }: Seller, { month, length }: PastPeriod) =>
  monthly.slice(month, month + length).reduce((a, b) => a + b, 0);

export function meanOf(
  model: ProductionModel,
  seller: Seller,
  { month, length }: PastPeriod,
): number {
  const { mean: ratio } = model.ratioOf(seller);
  return Array.from({ length }, (_, k) => month + k).reduce(
    (sum, one) => sum + model.fullMonth(seller, one) * model.rampAt(seller, one) * ratio,
    0,
  );
}

export function productionIn(
  model: ProductionModel,
  seller: Seller,
  period: PastPeriod,
  uncertainty: Uncertainty,
): Production {
  return productionOf(meanOf(model, seller, period), relativeVariance(model, seller), uncertainty);
}

export const relativeVariance = (model: ProductionModel, seller: Seller) => {
  const { mean, variance } = model.ratioOf(seller);
  return variance / mean ** 2;
};
