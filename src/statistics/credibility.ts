/** What was seen of a group beside what was expected of it, in one unit. */
export interface Experience {
  readonly seen: number;
  readonly expected: number;
}

/** How groups differ in what they make of the same expectation, and values about their means. */
export interface Heterogeneity {
  /** Variance over groups of the ratio of a group's own mean to the expectation. */
  readonly between: number;
  /** Variance of what is seen over its mean. */
  readonly dispersion: number;
}

/** A group's ratio to what is expected of groups like it, and that ratio's own variance. */
export interface Ratio {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The variance between groups by moments: what squared deviations exceed the dispersion by
 * (Bühlmann & Straub 1970, Glaubwürdigkeit für Schadensätze).
 *
 * @returns 0 where groups differ by no more than chance
 */
export function varianceBetween(groups: readonly Experience[], dispersion: number): number {
  const excess = groups.reduce(
    (sum, { seen, expected }) => sum + (seen - expected) ** 2 - dispersion * expected,
    0,
  );
  const weight = groups.reduce((sum, { expected }) => sum + expected ** 2, 0);
  return weight > 0 ? Math.max(0, excess / weight) : 0;
}

/**
 * A group's ratio, which leans on 1 the less the more was expected of it: the posterior of a gamma
 * prior under values of proportional variance, for which linear credibility is exact (Jewell 1974,
 * Credible means are exact Bayesian for exponential families).
 */
export function credibleRatio(
  { seen, expected }: Experience,
  { between, dispersion }: Heterogeneity,
): Ratio {
  if (!(between > 0)) return { mean: 1, variance: 0 };
  const strength = dispersion / between;
  const mean = (strength + seen) / (strength + expected);
  return { mean, variance: (mean * dispersion) / (strength + expected) };
}
