import { inverseCholesky } from "./cholesky.ts";
import {
  type LogisticMode,
  type LogisticOptions,
  modeOf,
  triangleAt,
  weakPrecision,
} from "./logistic-mode.ts";
import { type Outcomes, type SparseRows, sparseRows, type Trials } from "./sparse-rows.ts";

export interface LogisticFit extends LogisticMode {
  /** Of the intercept, first, and the coefficients: the inverse of the penalised information. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh & Nelder 1989, ch. 4),
 * halving a step that makes things worse. Weights are kept as long as steps go on to gain most of
 * what there is to gain, since they cost as much as many steps (Shamanskii 1967, on Newton's method).
 *
 * @param width how many columns the design has
 * @throws Error when the information can't be inverted: a column repeats others and precision is 0
 */
export function logistic(
  rows: readonly Trials[],
  { width, ...options }: LogisticOptions & { width: number },
): LogisticFit {
  return logisticFit(sparseRows(rows, width), options);
}

/** The same of a design in typed arrays. */
export function logisticFit(
  design: SparseRows & Outcomes,
  options: LogisticOptions = {},
): LogisticFit {
  const { beta, ...mode } = modeOf(design, options);
  const precision = options.precision ?? weakPrecision;
  const lower = triangleAt({ design, precision }, beta);
  return { ...mode, covariance: inverseCholesky(lower, beta.length) };
}

/** The same without the covariance, which of a wide design costs as much as an iteration. */
export function logisticMode(
  design: SparseRows & Outcomes,
  options: LogisticOptions = {},
): LogisticMode {
  const { beta: _, ...mode } = modeOf(design, options);
  return mode;
}
