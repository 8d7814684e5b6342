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
