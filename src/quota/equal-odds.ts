import { normalProbability } from "../statistics/normal.ts";
import { type Bounds, boundsOf, type Carrier, type Guardrails } from "./guardrails.ts";
import { attainmentProbability, productionAt } from "./production.ts";
import { checkTotal } from "./total.ts";
import { wholeUnits } from "./whole-units.ts";

export interface EqualOddsOptions {
  /** What the quotas sum to, whole minor units. */
  readonly total: number;
  readonly guardrails: Guardrails;
  /** Quotas are multiples of it, minor units. */
  readonly unit: number;
  readonly currencyDigits: number;
}

export interface CarriedQuota {
  readonly repId: string;
  readonly quota: number;
  /** P(production ≥ quota). */
  readonly odds: number;
  /** What keeps the quota from the odds that all others have; null where nothing does. */
  readonly bound: string | null;
}

export interface EqualOdds {
  readonly quotas: readonly CarriedQuota[];
  /** The odds of everyone whom no guardrail holds. */
  readonly odds: number;
}

/** Halvings of the search: the sum is right to far less than a minor unit. */
const halvings = 200;

/**
 * Quotas that every rep attains with the same probability, but for those whom a guardrail holds;
 * they sum to `total` exactly. The probability is found by bisection: the higher it is, the lower
 * every quota.
 *
 * @param carriers in any order; the result is by rep
 * @throws InputError where the guardrails can't be met
 */
export function equalOdds(carriers: readonly Carrier[], options: EqualOddsOptions): EqualOdds {
  const { total, guardrails, unit } = options;
  const ordered = [...carriers].sort((a, b) => (a.repId < b.repId ? -1 : 1));
  const bounds = ordered.map((carrier) => boundsOf(carrier, guardrails));
  checkTotal(ordered, bounds, options);
  const z = scoreOfTotal(ordered, bounds, total);
  const wishes = quotasAt(ordered, bounds, z).map((amount, at) => ({
    ...(bounds[at] ?? { lower: 0, upper: amount }),
    amount,
  }));
  const whole = wholeUnits(total, wishes, unit);
  const quotas = ordered.map(({ repId, production }, at) => {
    const quota = whole[at] ?? Number.NaN;
    const bound = boundBy(productionAt(production, z), bounds[at]);
    return { repId, quota, odds: attainmentProbability(production, quota), bound };
  });
  return { quotas, odds: 1 - normalProbability(z) };
}

/** What the quotas sum to when odds are those of a standard normal value, guardrails held. */
export function totalAt(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  z: number,
): number {
  let sum = 0;
  for (const [at, { production }] of carriers.entries()) {
    sum += clipped(productionAt(production, z), bounds[at]);
  }
  return sum;
}

/** Quotas of one standard normal value, guardrails held; minor units, not yet whole. */
export const quotasAt = (carriers: readonly Carrier[], bounds: readonly Bounds[], z: number) =>
  carriers.map(({ production }, at) => clipped(productionAt(production, z), bounds[at]));

function scoreOfTotal(carriers: readonly Carrier[], bounds: readonly Bounds[], total: number) {
  let [low, high] = [-1, 1];
  while (totalAt(carriers, bounds, low) > total && low > -1e6) low *= 2;
  while (totalAt(carriers, bounds, high) < total && high < 1e6) high *= 2;
  for (let halving = 0; halving < halvings && high - low > 1e-15 * Math.abs(high); halving++) {
    const middle = (low + high) / 2;
    if (totalAt(carriers, bounds, middle) < total) low = middle;
    else high = middle;
  }
  return high;
}

const clipped = (amount: number, bound: Bounds | undefined) =>
  bound ? Math.min(bound.upper, Math.max(bound.lower, amount)) : amount;

function boundBy(amount: number, bound: Bounds | undefined): string | null {
  if (!bound) return null;
  if (bound.floor === "locked") return "locked";
  if (amount < bound.lower) return bound.floor;
  return amount > bound.upper ? bound.ceiling : null;
}
