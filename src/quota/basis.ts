import type { Basis } from "./allocators.ts";
import { type Seller, startOf, territoryAt } from "./seller.ts";

/** What simple rules know of a rep when a span of months begins. */
export function basisAt(
  seller: Seller,
  { month, length }: { readonly month: number; readonly length: number },
): Basis {
  const start = Math.max(0, startOf(seller));
  const sum = (from: number, to: number) =>
    seller.monthly.slice(Math.max(0, from), Math.max(0, to)).reduce((a, b) => a + b, 0);
  const since = Math.max(start, month - 12);
  const served = month - since;
  return {
    repId: seller.repId,
    presence: 1,
    priorYear: start <= month - 12 ? sum(month - 12, month - 12 + length) : null,
    trailing: served >= 6 ? (sum(since, month) * 12) / served : null,
    potential: territoryAt(seller, month)?.potential ?? null,
  };
}
