import { normalQuantile } from "../statistics/normal.ts";
import { type AllocatorName, allocation, allocatorNames } from "./allocators.ts";
import { basisAt } from "./basis.ts";
import { equalOdds } from "./equal-odds.ts";
import type { Carrier } from "./guardrails.ts";
import type { PastPeriod } from "./past-period.ts";
import { type Production, productionAt } from "./production.ts";
import type { Seller } from "./seller.ts";

/** `aim`: equal odds as high as the company aims for, whatever they sum to. */
export type QuotaRule = AllocatorName | "set" | "recommended" | "aim";

const unit = 1;

interface RuleOptions {
  readonly period: Pick<PastPeriod, "month" | "length" | "quotas">;
  /** What was set for the sellers, minor units. */
  readonly total: number;
  /** Share of reps at quota that the company aims for. */
  readonly aim: number;
}

/** A quota a seller by every rule, minor units; `aim` alone doesn't sum to the total. */
export function quotasByRule(
  sellers: readonly Seller[],
  said: readonly Production[],
  { period, total, aim }: RuleOptions,
): Map<QuotaRule, readonly number[]> {
  const bases = sellers.map((seller) => basisAt(seller, period));
  const simple = allocatorNames.map(
    (name) => [name, allocation(name, bases, total, unit)] as [QuotaRule, readonly number[]],
  );
  const carriers = sellers.map(({ repId }, at) => carrier(repId, said[at] as Production));
  const { quotas } = equalOdds(carriers, { total, guardrails: free, unit, currencyDigits: 0 });
  return new Map([
    ...simple,
    ["set", sellers.map(({ repId }) => period.quotas.get(repId) ?? 0)],
    ["recommended", quotas.map(({ quota }) => quota)],
    [
      "aim",
      said.map((production) => Math.round(productionAt(production, normalQuantile(1 - aim)))),
    ],
  ]);
}

const free = { leastChange: null, mostChange: null, leastToEarnings: null, mostToEarnings: null };
const carrier = (repId: string, production: Production): Carrier => ({
  repId,
  production,
  presence: 1,
  priorQuota: null,
  earnings: null,
  locked: null,
});
