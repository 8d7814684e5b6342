import jstat from "jstat";
import { studentProbability, studentQuantile } from "./student.ts";

const { centralF } = jstat.jStat;

/** A value and the inverse of its variance, but for a common factor. */
export interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** A difference or slope with its range, and P(so large a one | none). */
export interface Effect {
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * P(group means so far apart | all alike) by one-way analysis of variance with weights (Scheffé
 * 1959, The analysis of variance, ch. 3).
 *
 * @returns null where there aren't two groups, or nothing within groups to judge by
 */
export function groupsDiffer(groups: readonly (readonly Weighed[])[]): number | null {
  const filled = groups.filter((members) => members.length > 0);
  const all = filled.flat();
  const [between, within] = [filled.length - 1, all.length - filled.length];
  if (between < 1 || within < 1) return null;
  const whole = meanOf(all);
  const apart = filled.reduce(
    (sum, members) => sum + weightOf(members) * (meanOf(members) - whole) ** 2,
    0,
  );
  const rest = filled.reduce((sum, members) => sum + squaresOf(members), 0);
  if (!(rest > 0)) return null;
  return Math.max(0, 1 - centralF.cdf(apart / between / (rest / within), between, within));
}

/** By how much one group's mean exceeds the other's, with its range (two-sample t, pooled variance). */
export function differenceOf(
  one: readonly Weighed[],
  other: readonly Weighed[],
  level = 0.95,
): Effect | null {
  const freedom = one.length + other.length - 2;
  if (one.length === 0 || other.length === 0 || freedom < 1) return null;
  const effect = meanOf(one) - meanOf(other);
  const variance = (squaresOf(one) + squaresOf(other)) / freedom;
  const error = Math.sqrt(variance * (1 / weightOf(one) + 1 / weightOf(other)));
  return ranged(effect, error, freedom, level);
}

/** The slope of values on `x` by weighted least squares, with its range and P(so steep | level). */
export function slopeOf(
  values: readonly (Weighed & { readonly x: number })[],
  level = 0.95,
): (Effect & { readonly probability: number }) | null {
  const freedom = values.length - 2;
  if (freedom < 1) return null;
  const weight = weightOf(values);
  const middle = values.reduce((sum, one) => sum + one.weight * one.x, 0) / weight;
  const mean = meanOf(values);
  const spread = values.reduce((sum, one) => sum + one.weight * (one.x - middle) ** 2, 0);
  if (!(spread > 0)) return null;
  const effect =
    values.reduce((sum, one) => sum + one.weight * (one.x - middle) * (one.value - mean), 0) /
    spread;
  const rest = values.reduce(
    (sum, one) => sum + one.weight * (one.value - mean - effect * (one.x - middle)) ** 2,
    0,
  );
  const error = Math.sqrt(rest / freedom / spread);
  const probability = error === 0 ? 1 : 2 * studentProbability(-Math.abs(effect / error), freedom);
  return { ...ranged(effect, error, freedom, level), probability };
}

function ranged(effect: number, error: number, freedom: number, level: number): Effect {
  const reach = studentQuantile((1 + level) / 2, freedom) * error;
  return { effect, lower: effect - reach, upper: effect + reach };
}

const weightOf = (values: readonly Weighed[]) =>
  values.reduce((sum, { weight }) => sum + weight, 0);

const meanOf = (values: readonly Weighed[]) =>
  values.reduce((sum, { value, weight }) => sum + weight * value, 0) / weightOf(values);

function squaresOf(values: readonly Weighed[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
}
