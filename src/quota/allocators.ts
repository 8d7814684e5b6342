import { allocateRounded } from "./spread.ts";

/** What simple rules spread a total by, of one rep; minor units. */
export interface Basis {
  readonly repId: string;
  /** Share of the span that the rep is there, 0 to 1. */
  readonly presence: number;
  /** Bookings of the same span a year before; null for who wasn't there for all of it. */
  readonly priorYear: number | null;
  /** Bookings of the twelve months before; null for who wasn't there for half of them. */
  readonly trailing: number | null;
  /** What accounts like the rep's buy in a year. */
  readonly potential: number | null;
}

/** Rules that spread a total top-down. */
export const allocatorNames = ["even", "prior_year", "trailing", "potential"] as const;
export type AllocatorName = (typeof allocatorNames)[number];

const basisOf: Readonly<Record<AllocatorName, (basis: Basis) => number | null>> = {
  even: () => 1,
  prior_year: ({ priorYear }) => priorYear,
  trailing: ({ trailing }) => trailing,
  potential: ({ potential }) => potential,
};

/**
 * A total spread in proportion to a rule's basis and the time that reps are there, in whole
 * multiples of `unit` that sum exactly. Who has no basis counts with the mean of those who have one.
 */
export function allocation(
  name: AllocatorName,
  bases: readonly Basis[],
  total: number,
  unit: number,
): number[] {
  const own = bases.map(basisOf[name]);
  const known = own.filter((value) => value !== null);
  const usual = known.length === 0 ? 1 : known.reduce((a, b) => a + b, 0) / known.length;
  const weights = bases.map(({ presence }, at) => Math.max(0, own[at] ?? usual) * presence);
  return allocateRounded(total, weights, unit);
}
