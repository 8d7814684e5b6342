import { grouped } from "../../src/statistics/grouped.ts";
import { type Adjusted, adjustedRates } from "../../src/winning/adjusted.ts";
import { type Cell, cellKey, decided } from "../../src/winning/cell.ts";
import type { Pattern } from "../../src/winning/design.ts";
import { type Known, known } from "../../src/winning/known.ts";
import { type Mean, meanOf, velocity } from "../../src/winning/pace.ts";
import { differences, ratePrior, winRate } from "../../src/winning/rate.ts";
import {
  type Board,
  type CellRow,
  isTested,
  modelled,
  type PatternRow,
  severalProducts,
} from "./rows.ts";

interface Estimated {
  readonly dimensions: readonly ReturnType<typeof dimensionRow>[];
  readonly estimates: readonly object[];
}

/** Rows of `win_dimension` and `win_estimate` of one span and scope. */
export function estimatesOf(
  board: Board,
  cells: readonly CellRow[],
  patterns: readonly PatternRow[],
  minCell: number,
): Estimated {
  const groups = [...grouped(cells, (row) => row.dimension)];
  const facts = groups.map(([dimension, rows]) => known(dimension, rows.map(cellOf)));
  const comparable = new Set(facts.filter((f) => f.isComparable).map((f) => f.dimension));
  const told = cells.map(cellOf).filter((cell) => decided(cell) >= minCell);
  const differs = differences(
    told.filter(({ dimension }) => comparable.has(dimension) && isTested(dimension)),
    wholeOf(patterns),
  );
  const dimensions = modelled.filter((name) => isHeldFixed(name, comparable, patterns));
  const adjusted = adjustedRates(patterns.map(patternOf), { dimensions, minCell });
  const inModel = new Set([...adjusted.keys()].map((key) => JSON.parse(key)[0] as string));
  return {
    dimensions: facts.map((fact) => dimensionRow(board, fact, inModel.has(fact.dimension))),
    estimates: groups.flatMap(([, rows]) => {
      const prior = ratePrior(rows.map(cellOf));
      return rows
        .filter((row) => decided(cellOf(row)) > 0)
        .map((row) => ({
          ...headOf(row, minCell),
          ...(decided(cellOf(row)) < minCell
            ? {}
            : {
                ...rateColumns(winRate(cellOf(row), prior)),
                differs_probability: differs.get(cellKey(row)),
                ...adjustedColumns(adjusted.get(cellKey(row))),
                ...paceColumns(row),
              }),
        }));
    }),
  };
}

const cellOf = ({ dimension, value, won_count, lost_count }: CellRow): Cell => ({
  dimension,
  value,
  won: won_count,
  lost: lost_count,
});

const patternOf = ({ won_count, lost_count, ...row }: PatternRow): Pattern => ({
  values: Object.fromEntries(modelled.map((name) => [name, row[name]])),
  won: won_count,
  lost: lost_count,
});

function wholeOf(patterns: readonly PatternRow[]) {
  const sum = (part: "won_count" | "lost_count") =>
    patterns.reduce((total, row) => total + row[part], 0);
  return { won: sum("won_count"), lost: sum("lost_count") };
}

/** A dimension filled in for one outcome only, and products sold together, can't be held fixed. */
function isHeldFixed(
  name: (typeof modelled)[number],
  comparable: ReadonlySet<string>,
  patterns: readonly PatternRow[],
): boolean {
  return comparable.has(name) && patterns.every((row) => row[name] !== severalProducts);
}

const dimensionRow = (board: Board, fact: Known, isModelled: boolean) => ({
  ...board,
  dimension: fact.dimension,
  value_count: fact.values,
  unknown_won_rate: fact.unknownWon,
  unknown_lost_rate: fact.unknownLost,
  is_comparable: fact.isComparable,
  is_modelled: isModelled,
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

/** The mart sums whole hundreds of minor units. */
const hundred = 100;

function paceColumns(row: CellRow) {
  const size = sizeOf(row);
  const cycle = cycleOf(row);
  const rate = row.won_count / (row.won_count + row.lost_count);
  return {
    size_cents: size?.mean,
    size_lower_cents: size?.interval?.lower,
    size_upper_cents: size?.interval?.upper,
    cycle_days: cycle?.mean,
    cycle_lower_days: cycle?.interval?.lower,
    cycle_upper_days: cycle?.interval?.upper,
    velocity_cents: velocity(row.open_count, size, rate, cycle),
  };
}

function sizeOf(row: CellRow): Mean | null {
  const { won_amount_cents, won_amount_count: count, size_sum, size_squares, size_cubes } = row;
  if (won_amount_cents === null || size_sum === null) return null;
  if (size_squares === null || size_cubes === null) return null;
  const mean = won_amount_cents / count;
  const interval = meanOf({
    count,
    sum: size_sum,
    squares: size_squares,
    cubes: size_cubes,
  })?.interval;
  // rounding down to hundreds moved the sums: the ends keep their distance from the exact mean
  const shift = mean - (size_sum / count) * hundred;
  return {
    mean,
    interval: interval
      ? { lower: interval.lower * hundred + shift, upper: interval.upper * hundred + shift }
      : null,
  };
}

function cycleOf(row: CellRow): Mean | null {
  const { cycle_count, cycle_days, cycle_squares, cycle_cubes } = row;
  if (cycle_days === null || cycle_squares === null || cycle_cubes === null) return null;
  return meanOf({
    count: cycle_count,
    sum: cycle_days,
    squares: cycle_squares,
    cubes: cycle_cubes,
  });
}
