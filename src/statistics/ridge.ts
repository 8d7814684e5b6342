import { Matrix, SVD } from "ml-matrix";

/** A fitted linear predictor on the columns' own scale. */
export interface LinearFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Trace of the hat matrix, the intercept included. */
  readonly effectiveParameters: number;
}

/** A regression problem taken apart once, so that many penalties can be solved cheaply. */
export interface Decomposition {
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly meanOfY: number;
  readonly singular: readonly number[];
  /** Right singular vectors, one row a column of the design. */
  readonly right: readonly (readonly number[])[];
  /** Left singular vectors times y. */
  readonly rotatedY: readonly number[];
}

/**
 * Centres and scales the columns (divisor n, as MASS::lm.ridge) and takes the singular value
 * decomposition. Constant columns get scale 0 and so coefficient 0.
 *
 * @param rows n ≥ 1 rows of equal length p ≥ 1
 */
export function decompose(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): Decomposition {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => at(row, j)));
  const means = columns.map((column) => sum(column) / n);
  const scales = columns.map((column, j) => spread(column, at(means, j)));
  const meanOfY = sum(y) / n;
  const standard = rows.map((row) =>
    row.map((x, j) => (at(scales, j) > 0 ? (x - at(means, j)) / at(scales, j) : 0)),
  );
  const svd = new SVD(new Matrix(standard), { autoTranspose: true });
  const centredY = y.map((value) => value - meanOfY);
  const rotatedY = svd.leftSingularVectors
    .transpose()
    .mmul(Matrix.columnVector(centredY))
    .to1DArray();
  const right = svd.rightSingularVectors.to2DArray();
  return { means, scales, meanOfY, singular: svd.diagonal, right, rotatedY };
}

/**
 * Ridge regression: minimises Σ(y − ŷ)² + penalty · Σ(standardised coefficient)², intercept
 * unpenalised (Hoerl & Kennard 1970; scaled as MASS::lm.ridge). Penalty 0 is least squares, of
 * least norm where columns are collinear.
 *
 * @param penalty ≥ 0; dimensionless, in observations
 */
export function solve(parts: Decomposition, penalty: number): LinearFit {
  const tolerance = 1e-10 * Math.max(...parts.singular, 0);
  const kept = parts.singular.map((d) => d > tolerance);
  const shrunk = parts.singular.map((d, k) =>
    kept[k] ? (d * at(parts.rotatedY, k)) / (d * d + penalty) : 0,
  );
  const coefficients = parts.right.map((row, j) => {
    const standard = sum(shrunk.map((value, k) => at(row, k) * value));
    return at(parts.scales, j) > 0 ? standard / at(parts.scales, j) : 0;
  });
  const offset = sum(coefficients.map((value, j) => value * at(parts.means, j)));
  const traces = parts.singular.map((d, k) => (kept[k] ? (d * d) / (d * d + penalty) : 0));
  return {
    intercept: parts.meanOfY - offset,
    coefficients,
    effectiveParameters: 1 + sum(traces),
  };
}

/** Fits one penalty; see `decompose` and `solve`. */
export function ridge(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  penalty: number,
): LinearFit {
  return solve(decompose(rows, y), penalty);
}

/** The fitted value at a row of the design. */
export function predict(fit: LinearFit, row: readonly number[]): number {
  return fit.intercept + sum(fit.coefficients.map((value, j) => value * at(row, j)));
}

function spread(column: readonly number[], mean: number): number {
  const scale = Math.sqrt(sum(column.map((x) => (x - mean) ** 2)) / column.length);
  // rounding leaves a constant column with a tiny spread
  return scale > 1e-12 * Math.abs(mean) ? scale : 0;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`missing column: ${index} of ${values.length}`);
  return value;
}
