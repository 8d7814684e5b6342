import { type Cell, decided, unknownValue } from "./cell.ts";

/** How often a dimension's value isn't known, among won and among lost deals. */
export interface Known {
  readonly dimension: string;
  readonly unknownWon: number;
  readonly unknownLost: number;
  /** How many values are known. */
  readonly values: number;
  /** Whether its values can be compared: false where it is filled in for one outcome only. */
  readonly isComparable: boolean;
}

/** From this difference between won and lost deals on, being filled in tells the outcome. */
const tolerated = 0.05;

/**
 * Whether the values of a dimension can be compared by win rate. A field that is filled in once a
 * deal goes well (products, of which lost deals have no lines) shows high rates for every value.
 *
 * @param cells all cells of one dimension, the unknown value's included
 */
export function known(dimension: string, cells: readonly Cell[]): Known {
  const sum = (part: "won" | "lost", rows: readonly Cell[]) =>
    rows.reduce((total, cell) => total + cell[part], 0);
  const unknown = cells.filter(({ value }) => value === unknownValue);
  const share = (part: "won" | "lost") => {
    const whole = sum(part, cells);
    return whole === 0 ? 0 : sum(part, unknown) / whole;
  };
  const [unknownWon, unknownLost] = [share("won"), share("lost")];
  return {
    dimension,
    unknownWon,
    unknownLost,
    values: cells.filter((cell) => cell.value !== unknownValue && decided(cell) > 0).length,
    isComparable: Math.abs(unknownWon - unknownLost) <= tolerated,
  };
}
