import { grouped } from "../statistics/grouped.ts";
import { holm } from "../statistics/holm.ts";
import { cellKey } from "./cell.ts";

/** A dimension with the p value of its values being alike, and that of each value being as the rest. */
export interface TestedDimension {
  readonly dimension: string;
  readonly probability: number;
  readonly values: readonly { readonly value: string; readonly probability: number }[];
}

/**
 * Which values may be called different: p values for which those below 0.05 may be.
 *
 * A value is named only in a dimension that makes a difference as a whole. Dimensions are corrected
 * for how many of them are tested, values for how many their dimension has (both Holm), and a
 * value's p value is the larger of the two: where no dimension makes a difference, one or more
 * values are named with a chance of 5 % at most.
 *
 * @returns by `cellKey`
 */
export function namable(dimensions: readonly TestedDimension[]): Map<string, number> {
  const gates = holm(dimensions.map(({ probability }) => probability));
  return new Map(
    dimensions.flatMap(({ dimension, values }, index) => {
      const corrected = holm(values.map(({ probability }) => probability));
      return values.map(({ value }, place): [string, number] => [
        cellKey({ dimension, value }),
        Math.max(gates[index] ?? Number.NaN, corrected[place] ?? Number.NaN),
      ]);
    }),
  );
}

/** Values with their p values under the dimension that they belong to. */
export function byDimension(
  values: readonly { dimension: string; value: string; probability: number }[],
  probabilityOf: (dimension: string) => number,
): TestedDimension[] {
  return [...grouped(values, ({ dimension }) => dimension)].map(([dimension, members]) => ({
    dimension,
    probability: probabilityOf(dimension),
    values: members,
  }));
}
