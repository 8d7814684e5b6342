import { Matrix, solve } from "ml-matrix";
import { chiSquareTail } from "../statistics/chi-square.ts";
import { type LogisticFit, logistic } from "../statistics/logistic.ts";
import { twoSidedProbability, z95 } from "../statistics/normal.ts";
import type { Interval } from "../statistics/wilson.ts";
import { cellKey, unknownValue } from "./cell.ts";
import { type Column, type Design, type DesignOptions, designOf, type Pattern } from "./design.ts";
import { byDimension, namable } from "./naming.ts";
import { quadratic, standardised } from "./standardised.ts";

/** How a value wins with every other dimension of the model held fixed. */
export interface Adjusted {
  /** The win rate if all deals had this value and kept all others, with its 95 % interval. */
  readonly rate: number;
  readonly rateInterval: Interval;
  /** Odds of winning over those of the dimension's other values. */
  readonly oddsRatio: number;
  readonly oddsInterval: Interval;
  /** As of `differences`: corrected by `namable`. */
  readonly probability: number;
  /** False where other dimensions say nearly the same, so that the effects can't be told apart. */
  readonly isSeparable: boolean;
}

/** The fewest decided deals that a model is fitted to. */
const fewest = 50;
/** A variance this many times what the value alone would have: it repeats others (Marquardt 1970). */
const inflated = 10;

/**
 * Win rates by value with the other dimensions held fixed: a logistic regression of won on all
 * dimensions at once, its effects as odds ratios and as standardised rates (Lane & Nelder 1982,
 * Analysis of covariance and standardization as instances of prediction).
 *
 * @returns by `cellKey`; empty where the deals are too few, or have no two dimensions that vary
 */
export function adjustedRates(
  patterns: readonly Pattern[],
  options: DesignOptions,
): Map<string, Adjusted> {
  const design = designOf(patterns, options);
  const trials = design.rows.reduce((total, row) => total + row.trials, 0);
  const won = design.rows.reduce((total, row) => total + row.successes, 0);
  const isPossible = trials >= fewest && won > 0 && won < trials && design.dimensions.length > 1;
  if (!isPossible) return new Map();
  const fit = logistic(design.rows, { width: design.columns.length });
  if (!fit.hasConverged) return new Map();
  const effects = design.columns.flatMap((column, index) =>
    column.value === null || column.value === unknownValue
      ? []
      : { ...column, value: column.value, effect: effectOf(index, design, fit) },
  );
  const values = effects.map(({ effect, ...column }) => ({
    ...column,
    probability: effect.probability,
  }));
  const corrected = namable(byDimension(values, (name) => jointProbability(name, design, fit)));
  return new Map(
    effects.map(({ effect, ...column }) => {
      const key = cellKey(column);
      return [key, { ...effect, probability: corrected.get(key) ?? Number.NaN }];
    }),
  );
}

/** Wald's test that all values of a dimension have one effect: each against the first. */
function jointProbability(dimension: string, { columns }: Design, fit: LogisticFit): number {
  const places = columns.flatMap((column, index) => (column.dimension === dimension ? index : []));
  const [first = Number.NaN, ...others] = places;
  const effect = (place: number) => fit.coefficients[place] ?? Number.NaN;
  const shared = (a: number, b: number) => fit.covariance[a + 1]?.[b + 1] ?? Number.NaN;
  const differences = others.map((place) => effect(place) - effect(first));
  const covariance = others.map((a) =>
    others.map((b) => shared(a, b) - shared(a, first) - shared(first, b) + shared(first, first)),
  );
  const solved = solve(new Matrix(covariance), Matrix.columnVector(differences)).to1DArray();
  const distance = solved.reduce((total, x, k) => total + x * (differences[k] ?? Number.NaN), 0);
  return chiSquareTail(distance, others.length);
}

function effectOf(index: number, design: Design, fit: LogisticFit): Adjusted {
  const { weights, alone } = contrast(index, design.columns);
  const difference = weights.reduce(
    (total, weight, k) => total + weight * (fit.coefficients[k] ?? Number.NaN),
    0,
  );
  const variance = quadratic([0, ...weights], fit.covariance);
  const error = Math.sqrt(variance);
  return {
    ...standardised(index, design, fit),
    oddsRatio: Math.exp(difference),
    oddsInterval: {
      lower: Math.exp(difference - z95 * error),
      upper: Math.exp(difference + z95 * error),
    },
    probability: twoSidedProbability(difference / error),
    isSeparable: variance <= inflated * alone,
  };
}

/** A value against the others of its dimension, each by its deals; and the variance it would have alone. */
function contrast(index: number, columns: readonly Column[]) {
  const own = columns[index];
  const others = columns.filter((column) => column.dimension === own?.dimension && column !== own);
  const sum = (part: (column: Column) => number) =>
    others.reduce((total, column) => total + part(column), 0);
  const rest = { won: sum(({ won }) => won), trials: sum(({ trials }) => trials) };
  const weights = columns.map((column) => {
    if (column === own) return 1;
    return column.dimension === own?.dimension ? -column.trials / rest.trials : 0;
  });
  return { weights, alone: own ? spread(own) + spread(rest) : Number.NaN };
}

/** Variance of the log-odds of a count, half a deal added to either side (Haldane 1956). */
const spread = ({ won, trials }: { won: number; trials: number }) =>
  1 / (won + 0.5) + 1 / (trials - won + 0.5);
