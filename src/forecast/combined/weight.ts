import { grouped } from "../../statistics/grouped.ts";
import { chanceOf } from "../../statistics/odds.ts";
import { minimise } from "../series/pattern-search.ts";

/** Both forecasts of a quarter of one entity, made at one cutoff, beside what came. */
export interface Pair {
  readonly entity: number;
  /** The cutoff and quarter: entities forecast together err together. */
  readonly occasion: string;
  /** The share of the quarter that was over at the cutoff; negative before it begins. */
  readonly elapsed: number;
  readonly pipeline: number;
  readonly series: number;
  readonly actual: number;
}

/** The pipeline's weight, 0 to 1, at a share of the quarter; the series has the rest. */
export type Weight = (elapsed: number) => number;

/** Standard deviation of the curve's level and slope before any occasion is seen, in log-odds. */
const spread = 1.5;

/** Where curves are looked for; beyond, one forecast has all the weight anyway. */
const bound = 6;

/**
 * The weight of the pipeline against the series: one curve for the quarter in progress, most of which
 * is in deals that are open, and one for quarters ahead, most of which is in deals not yet created.
 *
 * @param pairs of quarters that are over, of entities of all kinds
 */
export function fitWeight(pairs: readonly Pair[]): Weight {
  const begun = fitCurve(pairs.filter(({ elapsed }) => elapsed > 0));
  const ahead = fitCurve(pairs.filter(({ elapsed }) => elapsed <= 0));
  return (elapsed) => (elapsed > 0 ? begun : ahead)(elapsed);
}

/**
 * A curve of two parameters in the share of the quarter elapsed, logistic(a + b · elapsed): least
 * squares over past occasions, each entity in the unit of its own errors, shrunk to equal weights by
 * a normal prior about a = b = 0, so that few occasions leave it there.
 */
function fitCurve(pairs: readonly Pair[]): Weight {
  const errors = scaled(pairs);
  const occasions = [...grouped(errors, ({ occasion }) => occasion).values()];
  if (occasions.length === 0) return () => 0.5;
  const loss = ([a, b]: readonly [number, number]) =>
    occasions.reduce((total, own) => total + meanSquare(own, a, b), 0) +
    (a * a + b * b) / spread ** 2;
  const [a, b] = minimise(loss, {
    starts: [[0, 0]],
    lowest: [-bound, -bound],
    highest: [bound, bound],
  });
  return (elapsed) => chanceOf(a + b * elapsed);
}

interface ScaledError extends Pick<Pair, "occasion" | "elapsed"> {
  readonly pipeline: number;
  readonly series: number;
}

/** Errors of both, over the typical error of equal weights of the same entity. */
function scaled(pairs: readonly Pair[]): ScaledError[] {
  return [...grouped(pairs, ({ entity }) => entity).values()].flatMap((own) => {
    const errors = own.map(({ occasion, elapsed, pipeline, series, actual }) => ({
      occasion,
      elapsed,
      pipeline: pipeline - actual,
      series: series - actual,
    }));
    const unit = Math.sqrt(meanSquare(errors, 0, 0));
    if (!(unit > 0)) return [];
    return errors.map((error) => ({
      ...error,
      pipeline: error.pipeline / unit,
      series: error.series / unit,
    }));
  });
}

function meanSquare(errors: readonly ScaledError[], a: number, b: number): number {
  const total = errors.reduce((sum, { elapsed, pipeline, series }) => {
    const weight = chanceOf(a + b * elapsed);
    return sum + (weight * pipeline + (1 - weight) * series) ** 2;
  }, 0);
  return total / errors.length;
}
