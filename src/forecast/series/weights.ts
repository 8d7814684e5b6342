import { simplexWeights } from "../../statistics/simplex.ts";
import type { Replay } from "./backtest.ts";

/** Mean products of the members' errors over so many steps of a back-test. */
interface Evidence {
  readonly products: readonly (readonly number[])[];
  readonly steps: number;
}

/** The most steps that like series count for: four or five times what one series has itself. */
const pooledSteps = 100;

/**
 * Steps that equal weights count for. As many as the pool: in back-tests inside the training
 * parts of public series weights much further from equal never did better.
 */
const equalSteps = 100;

/**
 * The members' weights for each series: those of least squared error over the series' own
 * back-test, that of all series together and equal weights, each counting for as many steps as
 * it has or is given. A short history has few steps of its own and comes out close to equal.
 *
 * @param replays of like series, one list a series
 * @param count of members
 */
export function weightsOf(replays: readonly (readonly Replay[])[], count: number): number[][] {
  const evidence = replays.map((own) => evidenceOf(own, count));
  const seen = evidence.filter(({ steps }) => steps > 0);
  const total = seen.reduce((sum, { steps }) => sum + steps, 0);
  const pool = matrixOf(count, (i, j) => mean(seen.map(({ products }) => at(products, i, j))));
  return evidence.map(({ products, steps }) => {
    const others = Math.min(pooledSteps, total - steps);
    const all = matrixOf(count, (i, j) => {
      const known = steps * at(products, i, j) + others * at(pool, i, j);
      return known + (i === j ? equalSteps : 0);
    });
    return simplexWeights(all);
  });
}

/** Series are made alike: the mean squared error over steps and members is 1. */
function evidenceOf(replays: readonly Replay[], count: number): Evidence {
  const scaled = replays
    .filter(({ unit }) => unit > 0)
    .map(({ means, actual, unit }) => means.map((value) => (value - actual) / unit));
  const sums = matrixOf(count, (i, j) =>
    scaled.reduce((total, errors) => total + (errors[i] ?? 0) * (errors[j] ?? 0), 0),
  );
  const size = mean(sums.map((row, i) => row[i] ?? 0));
  const products = matrixOf(count, (i, j) => (size > 0 ? at(sums, i, j) / size : 0));
  return { products, steps: scaled.length };
}

const matrixOf = (count: number, entry: (i: number, j: number) => number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length: count }, (_, j) => entry(i, j)));

const at = (matrix: readonly (readonly number[])[], i: number, j: number) => matrix[i]?.[j] ?? 0;

const mean = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0;
