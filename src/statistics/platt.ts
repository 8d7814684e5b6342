import { calibrationLine } from "./calibration.ts";
import { chanceOf } from "./odds.ts";

/**
 * Platt's scaling (Platt 1999, Probabilistic outputs for support vector machines): a logistic
 * regression of the outcome on log-odds, with outcomes of (won + 1) / (won + 2) and
 * 1 / (lost + 2) in the place of 1 and 0.
 *
 * @returns the chance that log-odds stand for
 */
export function platt(
  odds: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): (odds: number) => number {
  const won = Array.from(outcomes).reduce((total, outcome) => total + outcome, 0);
  const high = (won + 1) / (won + 2);
  const low = 1 / (outcomes.length - won + 2);
  const targets = Float64Array.from(outcomes, (outcome) => (outcome === 1 ? high : low));
  const { intercept, slope } = calibrationLine(odds, targets);
  return (value) => chanceOf(intercept + slope * value);
}
