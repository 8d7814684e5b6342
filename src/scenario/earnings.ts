import type { Guardrails } from "../quota/guardrails.ts";
import type { YearSeller } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";
import type { PayBase } from "./pay/base.ts";
import type { PrivatePart } from "./private-part.ts";

/** On-target earnings of a year by person, minor units. */
export type Earnings = Readonly<Record<string, number>>;

/** What guardrails on earnings and the cost of pay are counted from: nobody's pay is published, so that it goes apart. */
export interface EarningsFile {
  /** Quota over on-target earnings, as the plan bounds it. */
  readonly guardrails: Pick<Guardrails, "leastToEarnings" | "mostToEarnings">;
  readonly earnings: Earnings;
  /** Null without compensation plans. */
  readonly pay: PayBase | null;
  /** What saved scenarios say of pay, by name. */
  readonly scenarios: Readonly<Record<string, PrivatePart>>;
}

/** What a newcomer of a role is expected to earn: the middle one of those who have the role. */
export function usualEarnings(sellers: readonly YearSeller[], role: string): number | null {
  const sorted = sellers
    .filter((seller) => seller.role === role)
    .flatMap(({ earnings }) => earnings ?? [])
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** The on-target earnings that a base's guardrails are counted from. */
export const earningsOf = ({ year: { sellers } }: PlanBase): Earnings =>
  Object.fromEntries(
    sellers.flatMap(({ repId, earnings }) => (earnings === null ? [] : [[repId, earnings]])),
  );

/** The base as it may be published: without earnings, and without what quotas would tell of them. */
export const withoutEarnings = (base: PlanBase): PlanBase => ({
  ...withEarnings(base, {}),
  guardrails: { ...base.guardrails, leastToEarnings: null, mostToEarnings: null },
});

/** The base with the earnings of a file, and the guardrails that are counted from them. */
export const withEarningsFile = (
  base: PlanBase,
  { guardrails, earnings }: EarningsFile,
): PlanBase => ({
  ...withEarnings(base, earnings),
  guardrails: { ...base.guardrails, ...guardrails },
});

/** The base with on-target earnings as given, nobody else's. */
export function withEarnings(base: PlanBase, earnings: Earnings): PlanBase {
  const sellers = base.year.sellers.map((seller) => ({
    ...seller,
    earnings: earnings[seller.repId] ?? null,
  }));
  return {
    ...base,
    year: { ...base.year, sellers },
    newcomers: base.newcomers.map((newcomer) => ({
      ...newcomer,
      earnings: usualEarnings(sellers, newcomer.role),
    })),
  };
}
