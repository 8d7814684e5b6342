import { cholesky, solveCholesky } from "./cholesky.ts";
import { type PackedRow, predictorAt } from "./counted-row.ts";

const mostSteps = 40;

export interface Climb {
  readonly rows: readonly PackedRow[];
  readonly precision: number;
  readonly dispersion: number;
}

/** The coefficients of the highest penalised quasi-likelihood, and the information's triangle. */
export function highest(climb: Climb, start: Float64Array): [Float64Array, Float64Array] {
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
  one: PackedRow,
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
export function dispersionAt(
  rows: readonly PackedRow[],
  beta: Float64Array,
  width: number,
): number {
  let [squares, members] = [0, 0];
  for (const one of rows) {
    const { exposure, sum, count, squares: own } = one.row;
    const mean = exposure * Math.exp(predictorAt(one, beta));
    squares += (own - 2 * mean * sum + count * mean * mean) / mean;
    members += count;
  }
  return Math.max(squares / Math.max(1, members - width), Number.MIN_VALUE);
}
