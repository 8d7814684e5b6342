import {
  attainmentProbability,
  type Production,
  productionModel,
  productionRange,
} from "./production.ts";
import { reason } from "./reason.ts";
import { allocateRounded, roundingUnit } from "./spread.ts";
import { observations, type RepHistory, type Standing, standings } from "./window.ts";

/** A recommended quota: index 0 is the year, 1 to 4 its quarters. Whole minor units. */
export interface Recommendation {
  readonly repId: string;
  readonly index: number;
  readonly quota: number;
  /** Null, as the range and the probability, when the target was split evenly. */
  readonly expected: number | null;
  readonly lower80: number | null;
  readonly upper80: number | null;
  readonly attainmentProbability: number | null;
  readonly reasons: string;
}

export interface QuotaPlan {
  /** What the quotas of the year sum to, whole minor units. */
  readonly target: number;
  /** Shares of the four quarters, which sum to 1. */
  readonly shares: readonly number[];
  readonly currencyDigits: number;
}

/**
 * Quotas for a year, proportional to each active rep's expected production and summing to the
 * target exactly; each year is the exact sum of its quarters.
 *
 * Production of the twelve months ahead is learned from past windows of twelve months, or of three
 * where the data are too short for that; without enough of either the split is even.
 *
 * @param reps everyone who carries or carried a quota, in any order
 * @param active those who get one; empty gives no rows
 */
export function recommendQuotas(
  reps: readonly RepHistory[],
  active: ReadonlySet<string>,
  { target, shares, currencyDigits }: QuotaPlan,
): Recommendation[] {
  const ordered = [...reps].sort((a, b) => (a.repId < b.repId ? -1 : 1));
  const carriers = ordered.filter(({ repId }) => active.has(repId));
  const predictOne = predictor(ordered);
  const expected = carriers.map((rep) => predictOne?.(rep) ?? null);
  const unit = roundingUnit(target, carriers.length, currencyDigits);
  const quotas = allocateRounded(
    target,
    expected.map((production) => production?.mean ?? 1),
    unit,
  );
  return carriers.flatMap((rep, index) => {
    const production = expected[index] ?? null;
    const year = quotas[index] ?? Number.NaN;
    const reasons = reason(rep, production, currencyDigits);
    const amounts = [year, ...allocateRounded(year, shares, unit)];
    return amounts.map((quota, part) => {
      const share = part === 0 ? 1 : (shares[part - 1] ?? Number.NaN);
      return {
        repId: rep.repId,
        index: part,
        quota,
        reasons,
        ...outlook(production, share, quota),
      };
    });
  });
}

/** How far histories lean on peers, from hardly to half a year's worth: the best fit is taken. */
const leanings = [0.5, 1.5, 3, 6];

function predictor(reps: readonly RepHistory[]): ((rep: RepHistory) => Production) | null {
  const end = reps[0]?.monthly.length ?? 0;
  for (const length of [12, 3]) {
    const fits = leanings.flatMap((peerMonths) => {
      const options = { length, peerMonths };
      const model = productionModel(observations(reps, options), length);
      return model ? { model, options } : [];
    });
    const [first] = fits;
    if (!first) continue;
    const best = fits.reduce((a, b) => (b.model.dispersion < a.model.dispersion ? b : a), first);
    const standingOf: (rep: RepHistory) => Standing = standings(reps, end, best.options);
    return (rep) => best.model.predict(standingOf(rep));
  }
  return null;
}

/** Expectation and odds of a part of the year: mean and variance both go with the share. */
function outlook(production: Production | null, share: number, quota: number) {
  if (!production) {
    return { expected: null, lower80: null, upper80: null, attainmentProbability: null };
  }
  const part = { ...production, mean: production.mean * share };
  const { lower, upper } = productionRange(part, 0.8);
  return {
    expected: Math.round(part.mean),
    lower80: Math.round(lower),
    upper80: Math.round(upper),
    attainmentProbability: attainmentProbability(part, quota),
  };
}
