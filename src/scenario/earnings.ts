import type { YearSeller } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";

/** On-target earnings of a year by person, minor units. */
export type Earnings = Readonly<Record<string, number>>;

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

/** The base with on-target earnings as given, nobody else's: none at all for what is published. */
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
