import jstat from "jstat";
import type { Counted } from "./score.ts";
import type { Interval } from "./wilson.ts";

const { beta, gammaln } = jstat.jStat;

/** What is known of a share before it is looked at: as if `strength` trials had shown `mean`. */
export interface SharePrior {
  readonly mean: number;
  readonly strength: number;
}

/** A share that leans on the whole, with the range that holds it with the level's probability. */
export interface PooledShare extends Interval {
  readonly share: number;
}

/** Strengths that are tried: from hardly leaning on the whole to being nothing but it. */
const [weakest, strongest] = [1, 1e5];

/**
 * Empirical Bayes for shares of one kind: a beta prior about their common share, its strength the
 * one that makes the counts most likely (beta-binomial maximum likelihood; Carlin & Louis 2000,
 * Bayes and empirical Bayes methods for data analysis, ch. 3).
 *
 * @returns null where there are no trials, or all ended alike
 */
export function sharePrior(groups: readonly Counted[]): SharePrior | null {
  const successes = groups.reduce((total, group) => total + group.successes, 0);
  const trials = groups.reduce((total, group) => total + group.trials, 0);
  if (successes === 0 || successes === trials) return null;
  const mean = successes / trials;
  const strength = highest((candidate) => likelihood(groups, { mean, strength: candidate }));
  return { mean, strength };
}

/** A group's share under a prior: the posterior mean and its central range. */
export function pooledShare(
  { successes, trials }: Counted,
  { mean, strength }: SharePrior,
  level = 0.95,
): PooledShare {
  const won = successes + mean * strength;
  const lost = trials - successes + (1 - mean) * strength;
  return {
    share: won / (won + lost),
    lower: beta.inv((1 - level) / 2, won, lost),
    upper: beta.inv((1 + level) / 2, won, lost),
  };
}

/** Log-likelihood of beta-binomial counts, but for a constant. */
function likelihood(groups: readonly Counted[], { mean, strength }: SharePrior): number {
  const [a, b] = [mean * strength, (1 - mean) * strength];
  const whole = gammaln(a + b) - gammaln(a) - gammaln(b);
  return groups.reduce(
    (total, { successes, trials }) =>
      total +
      whole +
      gammaln(successes + a) +
      gammaln(trials - successes + b) -
      gammaln(trials + a + b),
    0,
  );
}

const golden = (Math.sqrt(5) - 1) / 2;

/** The strength of the highest value by golden section on the log scale (Kiefer 1953). */
function highest(valueAt: (strength: number) => number): number {
  let [low, high] = [Math.log(weakest), Math.log(strongest)];
  while (high - low > 1e-6) {
    const inner = high - golden * (high - low);
    const outer = low + golden * (high - low);
    if (valueAt(Math.exp(inner)) > valueAt(Math.exp(outer))) high = outer;
    else low = inner;
  }
  return Math.exp((low + high) / 2);
}
