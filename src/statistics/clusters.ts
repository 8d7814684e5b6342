/** Successes and failures, with sums over clusters of the products of their counts. */
export interface ClusterSums {
  readonly successes: number;
  readonly failures: number;
  readonly successSquares: number;
  readonly products: number;
  readonly failureSquares: number;
}

/**
 * By how much the variance of a share exceeds a binomial's because trials of one cluster end alike
 * (the design effect of Rao & Scott 1992, A simple method for the analysis of clustered binary
 * data); counts divided by it may be treated as independent.
 *
 * @returns 1 at least, and where nothing can be told
 */
export function designEffect(sums: ClusterSums): number {
  const { successes, failures, successSquares, products, failureSquares } = sums;
  const trials = successes + failures;
  if (successes === 0 || failures === 0) return 1;
  const share = successes / trials;
  // Σ (s − share · n)² over clusters, with s − share · n = (1 − share) · s − share · f
  const squares =
    (1 - share) ** 2 * successSquares -
    2 * share * (1 - share) * products +
    share ** 2 * failureSquares;
  return Math.max(1, squares / (trials * share * (1 - share)));
}
