import { cholesky, inverseCholesky, solveCholesky } from "./cholesky.ts";

/** Members that share a row of the design: how many, what their values and the squares sum to. */
export interface CountedRow {
  /** Columns without the intercept, all of one length. */
  readonly x: readonly number[];
  /** Members; 1 where each has a row of its own. */
  readonly count: number;
  /** What multiplies the mean of each member, above 0. */
  readonly exposure: number;
  readonly sum: number;
  readonly squares: number;
}

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
const mostSteps = 40;

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

/** The rows' columns that aren't 0, the intercept's first: most of a design of names is 0. */
interface Packed {
  readonly row: CountedRow;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

function packed(row: CountedRow): Packed {
  const columns = [0];
  const values = [1];
  for (const [j, value] of row.x.entries()) {
    if (value === 0) continue;
    columns.push(j + 1);
    values.push(value);
  }
  return { row, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

interface Climb {
  readonly rows: readonly Packed[];
  readonly precision: number;
  readonly dispersion: number;
}

/** The coefficients of the highest penalised quasi-likelihood, and the information's triangle. */
function highest(climb: Climb, start: Float64Array): [Float64Array, Float64Array] {
  let beta = start;
  let value = objectiveAt(climb, beta);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, lower } = slopeAt(climb, beta);
    const direction = solveCholesky(lower, gradient);
    const gain = gradient.reduce((sum, slope, j) => sum + slope * (direction[j] ?? 0), 0);
    if (gain < 1e-10) return [beta, lower];
    [beta, value] = improved(climb, { beta, value }, direction);
  }
  return [beta, slopeAt(climb, beta).lower];
}

/** The first of a full step, half of it, a quarter … that doesn't lower the objective. */
function improved(
  climb: Climb,
  { beta, value }: { readonly beta: Float64Array; readonly value: number },
  direction: Float64Array,
): [Float64Array, number] {
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = beta.map((one, j) => one + share * (direction[j] ?? 0));
    const raised = objectiveAt(climb, next);
    if (raised >= value) return [next, raised];
  }
  return [beta, value];
}

function objectiveAt({ rows, precision, dispersion }: Climb, beta: Float64Array): number {
  let value = 0;
  for (const one of rows) {
    const predictor = predictorAt(one, beta);
    value += one.row.sum * predictor - one.row.count * one.row.exposure * Math.exp(predictor);
  }
  const penalty = beta.reduce((sum, one, j) => (j === 0 ? 0 : sum + one * one), 0);
  return value / dispersion - (precision * penalty) / 2;
}

function slopeAt({ rows, precision, dispersion }: Climb, beta: Float64Array) {
  const width = beta.length;
  const gradient = new Float64Array(width);
  const information = new Float64Array(width * width);
  for (const one of rows) addSlope(one, beta, dispersion, gradient, information);
  for (let i = 1; i < width; i++) {
    gradient[i] = (gradient[i] as number) - precision * (beta[i] as number);
    information[i * width + i] = (information[i * width + i] as number) + precision;
  }
  return { gradient, lower: cholesky(information, width) };
}

function addSlope(
  one: Packed,
  beta: Float64Array,
  dispersion: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const { row, columns, values } = one;
  const mean = (row.count * row.exposure * Math.exp(predictorAt(one, beta))) / dispersion;
  const excess = row.sum / dispersion - mean;
  for (let k = 0; k < columns.length; k++) {
    const [i, left] = [columns[k] as number, values[k] as number];
    gradient[i] = (gradient[i] as number) + excess * left;
    for (let l = 0; l <= k; l++) {
      const at = i * beta.length + (columns[l] as number);
      information[at] = (information[at] as number) + mean * left * (values[l] as number);
    }
  }
}

/** Pearson's: Σ (value − mean)² / mean over the members, by their number less the columns. */
function dispersionAt(rows: readonly Packed[], beta: Float64Array, width: number): number {
  let [squares, members] = [0, 0];
  for (const one of rows) {
    const { exposure, sum, count, squares: own } = one.row;
    const mean = exposure * Math.exp(predictorAt(one, beta));
    squares += (own - 2 * mean * sum + count * mean * mean) / mean;
    members += count;
  }
  return Math.max(squares / Math.max(1, members - width), Number.MIN_VALUE);
}

function predictorAt({ columns, values }: Packed, beta: Float64Array): number {
  let predictor = 0;
  for (let k = 0; k < columns.length; k++)
    predictor += (beta[columns[k] as number] as number) * (values[k] as number);
  return predictor;
}
