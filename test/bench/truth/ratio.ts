import { clusterBootstrap } from "../../../src/statistics/bootstrap.ts";

/** A figure over companies, with the 95 % interval of drawing these again. */
export interface Figure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** One company's part of a ratio. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
}

/** Companies drawn again. */
export const resamples = 1000;

/** Σ numerators ÷ Σ denominators over companies; NaN where there is nothing to divide by. */
export function ratio(parts: readonly Part[]): Figure {
  const of = (weights: ArrayLike<number>) => {
    const sum = (partOf: (part: Part) => number) =>
      parts.reduce((total, part, k) => total + (weights[k] ?? Number.NaN) * partOf(part), 0);
    return sum(({ numerator }) => numerator) / sum(({ denominator }) => denominator);
  };
  const clusters = { clusters: parts.map((_, k) => k), count: parts.length };
  const [interval] = clusterBootstrap(clusters, (weights) => [of(weights)], { resamples });
  return {
    value: of(new Float64Array(parts.length).fill(1)),
    lower: interval?.lower ?? Number.NaN,
    upper: interval?.upper ?? Number.NaN,
  };
}

/** Percent with a digit. */
export const percent = (rate: number): string => (100 * rate).toFixed(1);

/** `8.1 (7.2 to 9.0)`, in percent. */
export const ranged = ({ value, lower, upper }: Figure): string =>
  `${percent(value)} (${percent(lower)} to ${percent(upper)})`;
