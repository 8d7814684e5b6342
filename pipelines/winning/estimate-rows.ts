import type { Adjusted } from "../../src/winning/adjusted.ts";
import { type Cell, cellKey, decided, independent } from "../../src/winning/cell.ts";
import { ratePrior, winRate } from "../../src/winning/rate.ts";
import { paceColumns } from "./pace.ts";
import type { CellRow } from "./rows.ts";

interface Models {
  readonly effect: number;
  readonly differs: ReadonlyMap<string, number>;
  readonly adjusted: ReadonlyMap<string, Adjusted>;
  readonly minCell: number;
}

/** Rows of `win_estimate` of one dimension that have decided deals; rates shrink towards what they have in common. */
export function estimateRows(
  rows: readonly CellRow[],
  { effect, differs, adjusted, minCell }: Models,
) {
  const counts = (row: CellRow) => independent(cellOf(row), effect);
  const prior = ratePrior(rows.map(counts));
  const estimate = (row: CellRow) => ({
    ...rateColumns(winRate(counts(row), prior)),
    differs_probability: differs.get(cellKey(row)),
    ...adjustedColumns(adjusted.get(cellKey(row))),
    ...paceColumns(row),
  });
  return rows
    .filter((row) => decided(cellOf(row)) > 0)
    .map((row) => ({
      ...headOf(row, minCell),
      ...(decided(cellOf(row)) < minCell ? {} : estimate(row)),
    }));
}

export const cellOf = ({ dimension, value, won_count, lost_count }: CellRow): Cell => ({
  dimension,
  value,
  won: won_count,
  lost: lost_count,
});

const headOf = (row: CellRow, minCell: number) => ({
  span: row.span,
  scope: row.scope,
  dimension: row.dimension,
  value: row.value,
  status: row.won_count + row.lost_count < minCell ? "too_few" : "ok",
  won_count: row.won_count,
  lost_count: row.lost_count,
});

/** A win rate as columns of `win_estimate` and `win_pair_estimate`. */
export const rateColumns = ({ rate, lower, upper, pooled }: ReturnType<typeof winRate>) => ({
  win_rate: rate,
  lower_rate: lower,
  upper_rate: upper,
  pooled_rate: pooled?.share,
  pooled_lower_rate: pooled?.lower,
  pooled_upper_rate: pooled?.upper,
});

const adjustedColumns = (adjusted: Adjusted | undefined) =>
  adjusted && {
    adjusted_rate: adjusted.rate,
    adjusted_lower_rate: adjusted.rateInterval.lower,
    adjusted_upper_rate: adjusted.rateInterval.upper,
    odds_ratio: adjusted.oddsRatio,
    odds_lower: adjusted.oddsInterval.lower,
    odds_upper: adjusted.oddsInterval.upper,
    adjusted_probability: adjusted.probability,
    is_separable: adjusted.isSeparable,
  };
