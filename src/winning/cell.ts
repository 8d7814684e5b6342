/** Deals decided where a dimension has one value. */
export interface Cell {
  readonly dimension: string;
  readonly value: string;
  readonly won: number;
  readonly lost: number;
}

/** What stands in place of a value that isn't known. */
export const unknownValue = "unassigned";

/** Deals won and lost in a cell. */
export const decided = ({ won, lost }: Pick<Cell, "won" | "lost">): number => won + lost;

/** A key for one value of one dimension. */
export const cellKey = ({ dimension, value }: Pick<Cell, "dimension" | "value">): string =>
  JSON.stringify([dimension, value]);

/**
 * Counts as of independent deals: those of one account end alike, so that together they tell as
 * much as `effect` times fewer.
 *
 * @param effect ≥ 1, of `designEffect`
 */
export function independent<Counts extends { won: number; lost: number }>(
  counts: Counts,
  effect: number,
): Counts {
  return { ...counts, won: counts.won / effect, lost: counts.lost / effect };
}
