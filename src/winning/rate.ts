import { homogeneity } from "../statistics/chi-square.ts";
import { grouped } from "../statistics/grouped.ts";
import {
  type PooledShare,
  pooledShare,
  type SharePrior,
  sharePrior,
} from "../statistics/pooling.ts";
import { twoProportions } from "../statistics/proportions.ts";
import type { Counted } from "../statistics/score.ts";
import { type Interval, wilson } from "../statistics/wilson.ts";
import { type Cell, decided, unknownValue } from "./cell.ts";
import { byDimension, namable } from "./naming.ts";

/** A win rate with its 95 % interval, as counted and leaning on the whole. */
export interface Rate extends Interval {
  readonly rate: number;
  /** Null where all deals ended alike, so that nothing tells how far rates differ. */
  readonly pooled: PooledShare | null;
}

const counted = (cell: Pick<Cell, "won" | "lost">): Counted => ({
  successes: cell.won,
  trials: decided(cell),
});

/** The prior that rates of one dimension lean on, from its cells. */
export const ratePrior = (cells: readonly Pick<Cell, "won" | "lost">[]): SharePrior | null =>
  sharePrior(cells.map(counted));

/** A cell's win rate: Wilson's interval, and the rate that leans on the whole. */
export function winRate(cell: Pick<Cell, "won" | "lost">, prior: SharePrior | null): Rate {
  const { successes, trials } = counted(cell);
  return {
    rate: successes / trials,
    ...wilson(successes, trials),
    pooled: prior && pooledShare({ successes, trials }, prior),
  };
}

/**
 * Whether values win as often as the rest of the deals, as p values that `namable` has corrected.
 *
 * @param cells of every dimension that can be compared, large enough to be told of
 * @param whole all deals decided
 * @returns by `cellKey`; neither the unknown value nor one that has no other beside it is tested
 */
export function differences(
  cells: readonly Cell[],
  whole: Pick<Cell, "won" | "lost">,
): Map<string, number> {
  const known = cells.filter(({ value }) => value !== unknownValue);
  const groups = grouped(known, ({ dimension }) => dimension);
  const tested = known.filter(({ dimension }) => (groups.get(dimension)?.length ?? 0) > 1);
  const values = tested.map((cell) => ({
    ...cell,
    probability: twoProportions(counted(cell), restOf(cell, whole)),
  }));
  return namable(byDimension(values, (name) => homogeneity((groups.get(name) ?? []).map(counted))));
}

const restOf = (cell: Cell, whole: Pick<Cell, "won" | "lost">): Counted =>
  counted({ won: whole.won - cell.won, lost: whole.lost - cell.lost });
