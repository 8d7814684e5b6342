import { cholesky, solveCholesky } from "./cholesky.ts";
import { informationAt, type Likelihood, likelihoodAt } from "./likelihood.ts";
import { oddsOf } from "./odds.ts";
import { sharedInformationAt } from "./shared-information.ts";
import { sharedLikelihoodAt } from "./shared-likelihood.ts";
import type { SharedDesign } from "./shared-rows.ts";
import type { Outcomes, SparseRows } from "./sparse-rows.ts";

export interface LogisticMode {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  readonly iterations: number;
  readonly hasConverged: boolean;
}

/**
 * Holds log-odds within what is ever seen and keeps separated columns finite (after Gelman et al.
 * 2008, A weakly informative default prior distribution for logistic and other regression models).
 */
export const weakPrecision = 1 / 2.5 ** 2;

export interface LogisticOptions {
  /**
   * A normal prior's precision on each coefficient, not on the intercept; 0 is maximum likelihood.
   */
  readonly precision?: number;
  readonly limit?: number;
  /** The search ends where less than this share of the objective is left to gain. */
  readonly tolerance?: number;
  /** Where the search starts, such as the fit of a similar precision; 0 unless given. */
  readonly start?: Pick<LogisticMode, "intercept" | "coefficients">;
}

/** Where a step leaves more than this share of what was to gain, the information is taken anew. */
const slow = 0.2;

/** Where the penalised likelihood is highest, by Newton steps that may keep their information. */
export function modeOf(
  design: SparseRows & Outcomes,
  { precision = weakPrecision, limit = 50, tolerance = 1e-20, start }: LogisticOptions,
): LogisticMode & { beta: Float64Array } {
  const climb = { design, precision };
  let place = placeAt(climb, start ? coefficientsOf(start) : outset(design));
  let lower = triangleAt(climb, place.beta);
  let isFresh = true;
  let left = Number.POSITIVE_INFINITY;
  let hasConverged = false;
  let iterations = 0;
  while (!hasConverged && iterations < limit) {
    const direction = solveCholesky(lower, place.gradient);
    const toGain = dot(direction, place.gradient) / 2;
    if (!isFresh && toGain > slow * left) {
      lower = triangleAt(climb, place.beta);
      [isFresh, left] = [true, Number.POSITIVE_INFINITY];
      continue;
    }
    place = improved(climb, place, direction);
    hasConverged = toGain < tolerance * (1 + Math.abs(place.objective));
    [isFresh, left] = [false, toGain];
    iterations += 1;
  }
  const [intercept = Number.NaN, ...coefficients] = place.beta;
  return { intercept, coefficients, iterations, hasConverged, beta: place.beta };
}

interface Climb {
  readonly design: SparseRows & Outcomes;
  readonly precision: number;
}

interface Place extends Likelihood {
  readonly beta: Float64Array;
}

const placeAt = ({ design, precision }: Climb, beta: Float64Array): Place => ({
  ...(isShared(design)
    ? sharedLikelihoodAt(design, beta, precision)
    : likelihoodAt(design, beta, precision)),
  beta,
});

/** The lower triangle of the penalised information at coefficients, the intercept first. */
export function triangleAt({ design, precision }: Climb, beta: Float64Array): Float64Array {
  const information = isShared(design)
    ? sharedInformationAt(design, beta, precision)
    : informationAt(design, beta, precision);
  return cholesky(information, beta.length);
}

const isShared = (design: SparseRows & Outcomes): design is SharedDesign =>
  design.shared !== undefined;

const coefficientsOf = ({
  intercept,
  coefficients,
}: Pick<LogisticMode, "intercept" | "coefficients">) =>
  Float64Array.from([intercept, ...coefficients]);

/** No effect of anything: the log-odds of all trials, half a success and half a failure added. */
function outset({ width, successes, trials }: SparseRows & Outcomes): Float64Array {
  const beta = new Float64Array(width + 1);
  let [succeeded, tried] = [0, 0];
  for (let row = 0; row < trials.length; row++) {
    const count = trials[row] as number;
    tried += count;
    succeeded += count === 0 ? 0 : (successes[row] as number);
  }
  beta[0] = oddsOf((succeeded + 0.5) / (tried + 1));
  return beta;
}

/** What adding up numbers loses, as a share of the sum. */
const rounding = 1e-12;

/** The first of a full step, half of it, a quarter … that doesn't lower the objective. */
function improved(climb: Climb, place: Place, direction: Float64Array): Place {
  const least = place.objective - rounding * Math.abs(place.objective);
  for (let share = 1; share > 1e-6; share /= 2) {
    const candidate = place.beta.map((value, k) => value + share * (direction[k] as number));
    const reached = placeAt(climb, candidate);
    if (reached.objective >= least) return reached;
  }
  return place;
}

const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((total, value, k) => total + value * (b[k] as number), 0);
