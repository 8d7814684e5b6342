import { inverseCholesky } from "./cholesky.ts";
import { type CountedRow, packed } from "./counted-row.ts";
import { dispersionAt, highest } from "./quasi-likelihood.ts";

/** A regression as fitted. */
export interface LogLinearFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Variance of a member over its mean, in the unit of the values. */
  readonly dispersion: number;
  /** Of the intercept, first, and the coefficients. */
  readonly covariance: readonly (readonly number[])[];
}

export interface LogLinearOptions {
  /** A normal prior's precision on each coefficient, not on the intercept. */
  readonly precision?: number;
}

/** How often the dispersion, which weighs the data against the prior, is taken anew. */
const rounds = 3;

/**
 * Means that are exponentials of a linear predictor, variances in proportion to the means: quasi-
 * Poisson regression with a normal prior by Newton's method (McCullagh & Nelder 1989, ch. 6 and 9).
 * The means need no more than to be right on average for it to be consistent, whatever the values'
 * distribution (Gourieroux, Monfort & Trognon 1984, Pseudo maximum likelihood methods).
 *
 * @returns null where nothing but zero was seen
 */
export function logLinear(
  rows: readonly CountedRow[],
  { precision = 1 }: LogLinearOptions = {},
): LogLinearFit | null {
  const total = rows.reduce((sum, row) => sum + row.sum, 0);
  const exposed = rows.reduce((sum, row) => sum + row.count * row.exposure, 0);
  if (!(total > 0) || !(exposed > 0)) return null;
  const width = (rows[0]?.x.length ?? 0) + 1;
  let beta: Float64Array = new Float64Array(width);
  beta[0] = Math.log(total / exposed);
  const design = rows.map(packed);
  let dispersion = dispersionAt(design, beta, 1);
  let lower: Float64Array = new Float64Array(0);
  for (let round = 0; round < rounds; round++) {
    [beta, lower] = highest({ rows: design, precision, dispersion }, beta);
    dispersion = dispersionAt(design, beta, width);
  }
  const [intercept = Number.NaN, ...coefficients] = beta;
  return { intercept, coefficients, dispersion, covariance: inverseCholesky(lower, width) };
}

/** The mean of a member of exposure 1 at a row of the design. */
export function meanAt(
  { intercept, coefficients }: Pick<LogLinearFit, "intercept" | "coefficients">,
  x: readonly number[],
): number {
  return Math.exp(coefficients.reduce((sum, value, j) => sum + value * (x[j] ?? 0), intercept));
}
