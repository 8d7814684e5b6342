import { holm } from "../statistics/holm.ts";
import { normalQuantile, twoSidedProbability } from "../statistics/normal.ts";
import type { Interval } from "../statistics/wilson.ts";

/** Won value and effort of decided deals, with the sums of their products. */
export interface EffortSums {
  readonly deals: number;
  readonly value: number;
  readonly effort: number;
  readonly valueSquares: number;
  readonly effortSquares: number;
  readonly valueTimesEffort: number;
}

/** What a part of the effort brought, measured by what all effort brought. */
export interface Yield {
  /** Of all won value and of all effort, fractions. */
  readonly valueShare: number;
  readonly effortShare: number;
  /** The first over the second: 1 brings as much for its effort as all deals together. */
  readonly index: number;
  /** 95 %; null where nothing was won. */
  readonly interval: Interval | null;
  /** The p value of an index of 1; null where nothing was won. */
  readonly probability: number | null;
}

const z95 = normalQuantile(0.975);

/** Sums of several parts as those of the whole. */
export function wholeEffort(parts: readonly EffortSums[]): EffortSums {
  const sum = (part: keyof EffortSums) => parts.reduce((total, sums) => total + sums[part], 0);
  return {
    deals: sum("deals"),
    value: sum("value"),
    effort: sum("effort"),
    valueSquares: sum("valueSquares"),
    effortSquares: sum("effortSquares"),
    valueTimesEffort: sum("valueTimesEffort"),
  };
}

/**
 * The yield of a part of the deals. The interval is that of a ratio of sums on the log scale, its
 * variance the sum of squares of each deal's influence on it (infinitesimal jackknife: Jaeckel
 * 1972; Efron & Tibshirani 1993, An introduction to the bootstrap, ch. 21).
 *
 * @returns null where the whole or the part has no effort, or the whole no value
 */
export function yieldOf(part: EffortSums, whole: EffortSums): Yield | null {
  if (part.effort <= 0 || whole.effort <= 0 || whole.value <= 0) return null;
  const [valueShare, effortShare] = [part.value / whole.value, part.effort / whole.effort];
  const index = valueShare / effortShare;
  if (part.value <= 0) return { valueShare, effortShare, index, interval: null, probability: null };
  const error = Math.sqrt(influence(part, whole));
  const log = Math.log(index);
  const interval = { lower: Math.exp(log - z95 * error), upper: Math.exp(log + z95 * error) };
  const probability = error === 0 ? 1 : twoSidedProbability(log / error);
  return { valueShare, effortShare, index, interval, probability };
}

/**
 * Σ over deals of (v·in/V₁ − v/V − e·in/E₁ + e/E)², where `in` tells whether a deal lies in the
 * part: from sums of squares, so that no deal need be read.
 */
function influence(part: EffortSums, whole: EffortSums): number {
  const rest = {
    valueSquares: whole.valueSquares - part.valueSquares,
    effortSquares: whole.effortSquares - part.effortSquares,
    valueTimesEffort: whole.valueTimesEffort - part.valueTimesEffort,
  };
  const squares = (
    sums: Pick<EffortSums, "valueSquares" | "effortSquares" | "valueTimesEffort">,
    value: number,
    effort: number,
  ) =>
    value ** 2 * sums.valueSquares +
    effort ** 2 * sums.effortSquares -
    2 * value * effort * sums.valueTimesEffort;
  const inside = squares(
    part,
    1 / part.value - 1 / whole.value,
    1 / part.effort - 1 / whole.effort,
  );
  const outside = squares(rest, 1 / whole.value, 1 / whole.effort);
  return Math.max(0, inside + outside);
}

/** The p values of yields corrected for how many are tested together; null stays null. */
export function correctedYields(yields: readonly (Yield | null)[]): (number | null)[] {
  const tested = yields.flatMap((row, index) =>
    row?.probability === null || row === null ? [] : [{ index, probability: row.probability }],
  );
  const corrected = holm(tested.map(({ probability }) => probability));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, corrected[rank] ?? Number.NaN]));
  return yields.map((_, index) => byIndex.get(index) ?? null);
}
