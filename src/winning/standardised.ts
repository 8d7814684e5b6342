import type { LogisticFit } from "../statistics/logistic.ts";
import { z95 } from "../statistics/normal.ts";
import { chanceOf, logOdds } from "../statistics/odds.ts";
import type { Design } from "./design.ts";

/** The mean chance of all deals were they given the value; delta method on the scale of log-odds. */
export function standardised(
  index: number,
  { columns, rows, dimensions }: Design,
  fit: LogisticFit,
) {
  const place = dimensions.indexOf(columns[index]?.dimension ?? "");
  const slope = Array<number>(columns.length + 1).fill(0);
  let total = 0;
  let trials = 0;
  const raise = (at: number, by: number) => {
    slope[at] = (slope[at] ?? Number.NaN) + by;
  };
  for (const row of rows) {
    const given = row.columns.with(place, index);
    const chance = chanceOf(logOdds(fit, { columns: given }));
    const steepness = row.trials * chance * (1 - chance);
    total += row.trials * chance;
    trials += row.trials;
    raise(0, steepness);
    for (const column of given) raise(column + 1, steepness);
  }
  const rate = total / trials;
  const scale = trials * rate * (1 - rate);
  const error = Math.sqrt(quadratic(slope, fit.covariance)) / scale;
  const odds = Math.log(rate / (1 - rate));
  const rateInterval = { lower: chanceOf(odds - z95 * error), upper: chanceOf(odds + z95 * error) };
  return { rate, rateInterval };
}

/** A vector times a matrix times the vector: the variance of a weighted sum. */
export function quadratic(
  vector: readonly number[],
  matrix: readonly (readonly number[])[],
): number {
  let total = 0;
  for (const [i, a] of vector.entries()) {
    if (a === 0) continue;
    for (const [j, b] of vector.entries()) total += a * b * (matrix[i]?.[j] ?? Number.NaN);
  }
  return total;
}
