import { grouped } from "../statistics/grouped.ts";
import { predict as fittedValue, type LinearFit, ridge } from "../statistics/ridge.ts";
import { studentProbability, studentQuantile } from "../statistics/student.ts";
import type { Observation, Standing } from "./window.ts";

/** A rep's predictive distribution: Student-t about `mean`, minor units a year. */
export interface Production {
  readonly mean: number;
  /** Variance per unit of mean: production is a sum of deals, so variance goes with the mean. */
  readonly dispersion: number;
  readonly freedom: number;
}

export interface ProductionModel {
  readonly predict: (standing: Standing) => Production;
  readonly dispersion: number;
}

/** The fewest observations that a regression is fitted to. */
const fewest = 8;
const penalty = 1;
/** Tenure counts up to here: past it a rep is ramped. */
const rampedYears = 3;

/**
 * Regression of a window's production on history, tenure and potential as they stood when it
 * began (ridge, penalty of one observation). The spread comes from its residuals with variance
 * proportional to the mean (quasi-Poisson, McCullagh & Nelder 1989, ch. 6). Windows shorter than
 * a year are added up with the correlation that a rep's residuals show.
 *
 * @param length months of a window, 3 or 12
 * @returns null when the observations are too few or nothing was booked in them
 */
export function productionModel(
  observed: readonly Observation[],
  length: number,
): ProductionModel | null {
  const average = observed.reduce((total, o) => total + o.production, 0) / observed.length;
  if (observed.length < fewest || average <= 0) return null;
  const design = designOf(observed.map((o) => o.standing));
  const fit = ridge(
    observed.map((o) => design(o.standing)),
    observed.map((o) => o.production),
    penalty,
  );
  // a straight line may reach zero; nobody who carries a quota is expected under a tenth of average
  const expect = (standing: Standing) =>
    Math.max(0.1 * average, fittedValue(fit, design(standing)));
  const { freedom, dispersion } = spreadOf(observed, expect, fit, length);
  const predict = (standing: Standing) => {
    return { mean: (expect(standing) * 12) / length, dispersion, freedom };
  };
  return { predict, dispersion };
}

/** P(production ≥ `quota`) where `mean` is expected of the same time. */
export function attainmentProbability(
  { mean, dispersion, freedom }: Production,
  quota: number,
): number {
  const deviation = Math.sqrt(dispersion * mean);
  if (deviation === 0) return quota <= mean ? 1 : 0;
  return studentProbability((mean - quota) / deviation, freedom);
}

/** The central range that holds production with probability `level`, not below zero. */
export function productionRange(
  { mean, dispersion, freedom }: Production,
  level: number,
): { lower: number; upper: number } {
  const reach = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(dispersion * mean);
  return { lower: Math.max(0, mean - reach), upper: mean + reach };
}

function spreadOf(
  observed: readonly Observation[],
  expect: (standing: Standing) => number,
  fit: LinearFit,
  length: number,
) {
  const n = observed.length;
  const pearson = observed.map(({ standing, production }) => ({
    repId: standing.repId,
    residual: (production - expect(standing)) / Math.sqrt(expect(standing)),
  }));
  const freedom = Math.max(1, n - fit.effectiveParameters);
  const squares = pearson.reduce((total, p) => total + p.residual ** 2, 0);
  const windows = 12 / length;
  const together = 1 + (windows - 1) * correlation(pearson);
  // 1 + p/n: the coefficients are estimates themselves
  const dispersion = (squares / freedom) * together * (1 + fit.effectiveParameters / n);
  return { freedom, dispersion };
}

/** Correlation of two residuals of the same rep, 0 to 1: mean product over mean square. */
function correlation(pearson: readonly { repId: string; residual: number }[]): number {
  let products = 0;
  let pairs = 0;
  let squares = 0;
  for (const members of grouped(pearson, ({ repId }) => repId).values()) {
    const total = members.reduce((sum, { residual }) => sum + residual, 0);
    const own = members.reduce((sum, { residual }) => sum + residual ** 2, 0);
    products += (total ** 2 - own) / 2;
    pairs += (members.length * (members.length - 1)) / 2;
    squares += own;
  }
  if (pairs === 0 || squares === 0) return 0;
  return Math.min(1, Math.max(0, products / pairs / (squares / pearson.length)));
}

/** History, ramp and potential as columns; what isn't known of a rep counts as the mean known. */
function designOf(known: readonly Standing[]): (standing: Standing) => number[] {
  const ramp = ({ tenure }: Standing) => (tenure === null ? null : Math.min(tenure, rampedYears));
  const usualRamp = meanKnown(known.map(ramp));
  const usualPotential = meanKnown(known.map(({ potential }) => potential));
  return (standing) => [
    standing.history,
    ramp(standing) ?? usualRamp,
    standing.potential ?? usualPotential,
  ];
}

function meanKnown(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  // when nothing is known the column is constant, and the regression leaves it out
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 0;
}
