import { type AllocatorName, allocation, type Basis } from "./allocators.ts";
import { equalOdds } from "./equal-odds.ts";
import type { Carrier, Guardrails } from "./guardrails.ts";
import { attainmentProbability, type Production, productionRange } from "./production.ts";
import { allocateRounded } from "./spread.ts";

/** A rep of the planned year, as the recommendation needs it. */
export interface Candidate {
  readonly carrier: Carrier;
  readonly basis: Basis;
  /** Weights of the twelve months: expected bookings, or the season where nothing is expected. */
  readonly months: readonly number[];
  /** What a quarter's bookings may be; by quarter. */
  readonly quarters: readonly Production[];
}

export interface RecommendOptions {
  /** What the quotas of reps sum to, whole minor units. */
  readonly total: number;
  readonly guardrails: Guardrails;
  readonly unit: number;
  readonly currencyDigits: number;
}

/** A rep's quota of the year, a quarter or a month; whole minor units. */
export interface QuotaPart {
  readonly period: "year" | "quarter" | "month";
  /** Place in the year, 0 to 3 or 0 to 11; 0 for the year. */
  readonly place: number;
  readonly quota: number;
  /** Null for a month, as the range and the odds. */
  readonly production: Production | null;
}

export interface Recommended {
  readonly repId: string;
  readonly quota: number;
  readonly production: Production;
  readonly odds: number;
  readonly bound: string | null;
  readonly allocated: Readonly<Record<AllocatorName, number>>;
  readonly parts: readonly QuotaPart[];
}

export interface RecommendedQuotas {
  readonly reps: readonly Recommended[];
  /** The odds of everyone whom no guardrail holds. */
  readonly odds: number;
}

/**
 * Quotas of equal odds for a year, beside what simple rules would give, each year the exact sum of
 * its quarters and each quarter of its months.
 *
 * @throws InputError where guardrails can't be met
 */
export function recommendQuotas(
  candidates: readonly Candidate[],
  { total, guardrails, unit, currencyDigits }: RecommendOptions,
): RecommendedQuotas {
  const ordered = [...candidates].sort((a, b) => (a.carrier.repId < b.carrier.repId ? -1 : 1));
  const carriers = ordered.map(({ carrier }) => carrier);
  const { quotas, odds } = equalOdds(carriers, { total, guardrails, unit, currencyDigits });
  const bases = ordered.map(({ basis }) => basis);
  const by = (name: AllocatorName) => allocation(name, bases, total, unit);
  const allocated = {
    even: by("even"),
    prior_year: by("prior_year"),
    trailing: by("trailing"),
    potential: by("potential"),
  };
  const reps = ordered.map((candidate, at) => {
    const given = quotas[at] ?? { quota: 0, odds: 1, bound: null };
    const of = (name: AllocatorName) => allocated[name][at] ?? 0;
    return {
      repId: candidate.carrier.repId,
      production: candidate.carrier.production,
      quota: given.quota,
      odds: given.odds,
      bound: given.bound,
      allocated: {
        even: of("even"),
        prior_year: of("prior_year"),
        trailing: of("trailing"),
        potential: of("potential"),
      },
      parts: partsOf(candidate, given.quota, unit),
    };
  });
  return { reps, odds };
}

function partsOf(
  { carrier, months, quarters }: Candidate,
  quota: number,
  unit: number,
): QuotaPart[] {
  const sums = [0, 1, 2, 3].map((q) => months.slice(3 * q, 3 * q + 3).reduce((a, b) => a + b, 0));
  const byQuarter = allocateRounded(quota, sums, unit);
  return [
    { period: "year", place: 0, quota, production: carrier.production },
    ...byQuarter.map((part, place) => ({
      period: "quarter" as const,
      place,
      quota: part,
      production: quarters[place] ?? null,
    })),
    ...byQuarter.flatMap((part, q) =>
      allocateRounded(part, months.slice(3 * q, 3 * q + 3), unit).map((month, k) => ({
        period: "month" as const,
        place: 3 * q + k,
        quota: month,
        production: null,
      })),
    ),
  ];
}

/** Range and odds of a part, for the table; nulls where no odds are told. */
export function outlookOf({ production, quota }: Pick<QuotaPart, "production" | "quota">) {
  if (!production) return { expected: null, lower: null, upper: null, odds: null };
  const { lower, upper } = productionRange(production, 0.8);
  return {
    expected: Math.round(production.mean),
    lower: Math.round(lower),
    upper: Math.round(upper),
    odds: attainmentProbability(production, quota),
  };
}
