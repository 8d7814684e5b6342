import { slicesOf } from "../../statistics/calibration.ts";
import { designEffect } from "../../statistics/clusters.ts";
import { grouped } from "../../statistics/grouped.ts";
import { wilson } from "../../statistics/wilson.ts";

/** Chances that were given to deals, and what came of them, as many of each. */
export interface ScoredChances {
  readonly chances: number[];
  /** 1 where the deal was won in time, or else 0. */
  readonly outcomes: number[];
  /** Whose chance it was: those of one deal come out alike. */
  readonly deals: string[];
}

/** A tenth of the chances. */
export interface Decile {
  readonly count_chances: number;
  readonly count_deals: number;
  readonly mean_rate: number;
  readonly won_count: number;
  readonly won_rate: number;
  readonly lower_rate: number;
  readonly upper_rate: number;
}

/**
 * Tenths of the chances from the lowest to the highest, each with the share that came true. Its
 * 95 % interval is Wilson's, with counts divided by the design effect of deals.
 *
 * @returns none where no chance was given; fewer than ten of fewer chances
 */
export function decilesOf({ chances, outcomes, deals }: ScoredChances): Decile[] {
  return slicesOf(chances, outcomes).map((members) => {
    const n = members.length;
    const sum = (values: readonly number[]) =>
      members.reduce((total, index) => total + (values[index] ?? Number.NaN), 0);
    const byDeal = [...grouped(members, (index) => deals[index]).values()].map((own) =>
      own.map((index) => outcomes[index] ?? Number.NaN),
    );
    const won = sum(outcomes);
    const effect = effectOf(byDeal);
    const { lower, upper } = wilson(won / effect, n / effect);
    return {
      count_chances: n,
      count_deals: byDeal.length,
      mean_rate: sum(chances) / n,
      won_count: won,
      won_rate: won / n,
      lower_rate: lower,
      upper_rate: upper,
    };
  });
}

/** The design effect of outcomes that come deal by deal. */
function effectOf(byDeal: readonly (readonly number[])[]): number {
  const counts = byDeal.map((own) => {
    const successes = own.reduce((total, outcome) => total + outcome, 0);
    return { successes, failures: own.length - successes };
  });
  const sum = (of: (count: { successes: number; failures: number }) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  return designEffect({
    successes: sum(({ successes }) => successes),
    failures: sum(({ failures }) => failures),
    successSquares: sum(({ successes }) => successes ** 2),
    products: sum(({ successes, failures }) => successes * failures),
    failureSquares: sum(({ failures }) => failures ** 2),
  });
}
