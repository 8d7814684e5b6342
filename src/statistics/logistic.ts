import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** Trials that share a row of the design, of which only the columns that aren't zero are named. */
export interface Trials {
  readonly columns: readonly number[];
  /** As many as columns; all 1 when not given. */
  readonly values?: readonly number[];
  readonly successes: number;
  readonly trials: number;
}

export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Of the intercept, first, and the coefficients: the inverse of the penalised information. */
  readonly covariance: readonly (readonly number[])[];
  readonly iterations: number;
  readonly hasConverged: boolean;
}

export interface LogisticOptions {
  /** How many columns the design has. */
  readonly width: number;
  /**
   * A normal prior's precision on each coefficient, not on the intercept: 1 / 2.5² holds log-odds
   * within what is ever seen and keeps separated columns finite (after Gelman et al. 2008, A weakly
   * informative default prior distribution for logistic and other regression models). 0 is
   * maximum likelihood.
   */
  readonly precision?: number;
  readonly limit?: number;
}

interface Step {
  readonly information: Matrix;
  readonly gradient: Matrix;
  readonly objective: number;
}

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh & Nelder 1989, ch. 4),
 * halving a step that makes things worse.
 *
 * @throws Error when the information can't be inverted: a column repeats others and precision is 0
 */
export function logistic(
  rows: readonly Trials[],
  { width, precision = 1 / 2.5 ** 2, limit = 50 }: LogisticOptions,
): LogisticFit {
  let beta = Matrix.zeros(width + 1, 1);
  let step = stepAt(rows, beta, precision);
  let iterations = 0;
  let hasConverged = false;
  while (!hasConverged && iterations < limit) {
    const direction = decomposed(step.information).solve(step.gradient);
    const next = improved(rows, beta, { step, direction, precision });
    hasConverged =
      Math.abs(next.step.objective - step.objective) < 1e-9 * (1 + Math.abs(step.objective));
    beta = next.beta;
    step = next.step;
    iterations += 1;
  }
  const [intercept = Number.NaN, ...coefficients] = beta.to1DArray();
  const inverse = decomposed(step.information).solve(Matrix.eye(width + 1));
  return { intercept, coefficients, covariance: inverse.to2DArray(), iterations, hasConverged };
}

/** The log-odds at a row of the design. */
export function logOdds(
  { intercept, coefficients }: Pick<LogisticFit, "intercept" | "coefficients">,
  { columns, values }: Pick<Trials, "columns" | "values">,
): number {
  return columns.reduce(
    (total, column, k) => total + (coefficients[column] ?? Number.NaN) * (values?.[k] ?? 1),
    intercept,
  );
}

/** The chance that log-odds stand for. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

function decomposed(information: Matrix): CholeskyDecomposition {
  const decomposition = new CholeskyDecomposition(information);
  if (!decomposition.isPositiveDefinite()) throw new Error("singular information matrix");
  return decomposition;
}

/** The first of a full step, half of it, a quarter … that doesn't lower the objective. */
function improved(
  rows: readonly Trials[],
  beta: Matrix,
  { step, direction, precision }: { step: Step; direction: Matrix; precision: number },
): { beta: Matrix; step: Step } {
  for (let share = 1; share > 1e-6; share /= 2) {
    const candidate = Matrix.add(beta, Matrix.mul(direction, share));
    const reached = stepAt(rows, candidate, precision);
    if (reached.objective >= step.objective) return { beta: candidate, step: reached };
  }
  return { beta, step };
}

/** Penalised log-likelihood at coefficients, with its gradient and information. */
function stepAt(rows: readonly Trials[], beta: Matrix, precision: number): Step {
  const [intercept = Number.NaN, ...coefficients] = beta.to1DArray();
  const size = coefficients.length + 1;
  const information = Matrix.zeros(size, size);
  const gradient = Matrix.zeros(size, 1);
  let objective = 0;
  for (const row of rows) {
    const odds = logOdds({ intercept, coefficients }, row);
    objective += row.successes * odds - row.trials * softplus(odds);
    addRow(row, chanceOf(odds), information, gradient);
  }
  for (const [index, value] of coefficients.entries()) {
    objective -= (precision * value ** 2) / 2;
    add(gradient, index + 1, 0, -precision * value);
    add(information, index + 1, index + 1, precision);
  }
  return { information, gradient, objective };
}

function addRow(row: Trials, chance: number, information: Matrix, gradient: Matrix): void {
  const { columns, values, successes, trials } = row;
  const weight = trials * chance * (1 - chance);
  const residual = successes - trials * chance;
  const entry = (k: number) => (k < 0 ? 1 : (values?.[k] ?? 1));
  const place = (k: number) => (k < 0 ? 0 : (columns[k] ?? Number.NaN) + 1);
  for (let i = -1; i < columns.length; i++) {
    add(gradient, place(i), 0, residual * entry(i));
    for (let j = -1; j < columns.length; j++) {
      add(information, place(i), place(j), weight * entry(i) * entry(j));
    }
  }
}

const add = (matrix: Matrix, row: number, column: number, value: number) =>
  matrix.set(row, column, matrix.get(row, column) + value);

/** log(1 + eˣ) without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
