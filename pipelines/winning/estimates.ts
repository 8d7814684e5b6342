import { designEffect } from "../../src/statistics/clusters.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { adjustedRates } from "../../src/winning/adjusted.ts";
import { decided, independent } from "../../src/winning/cell.ts";
import type { Pattern } from "../../src/winning/design.ts";
import { type Known, known } from "../../src/winning/known.ts";
import { differences } from "../../src/winning/rate.ts";
import { cellOf, estimateRows } from "./estimate-rows.ts";
import {
  type BoardRow,
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
  board: BoardRow,
  cells: readonly CellRow[],
  patterns: readonly PatternRow[],
  minCell: number,
): Estimated {
  const effect = effectOf(board);
  const groups = [...grouped(cells, (row) => row.dimension)];
  const facts = groups.map(([dimension, rows]) => known(dimension, rows.map(cellOf)));
  const comparable = new Set(facts.filter((f) => f.isComparable).map((f) => f.dimension));
  const told = cells
    .map(cellOf)
    .filter((cell) => decided(cell) >= minCell)
    .map((cell) => independent(cell, effect));
  const differs = differences(
    told.filter(({ dimension }) => comparable.has(dimension) && isTested(dimension)),
    independent({ won: board.won_count, lost: board.lost_count }, effect),
  );
  const dimensions = modelled.filter((name) => isHeldFixed(name, comparable, patterns));
  const adjusted = adjustedRates(
    patterns.map((row) => patternOf(row, effect)),
    { dimensions, minCell },
  );
  const inModel = new Set([...adjusted.keys()].map((key) => JSON.parse(key)[0] as string));
  return {
    dimensions: facts.map((fact) => dimensionRow(board, fact, inModel.has(fact.dimension))),
    estimates: groups.flatMap(([, rows]) =>
      estimateRows(rows, { effect, differs, adjusted, minCell }),
    ),
  };
}

const patternOf = ({ won_count, lost_count, ...row }: PatternRow, effect: number): Pattern => ({
  values: Object.fromEntries(modelled.map((name) => [name, row[name]])),
  ...independent({ won: won_count, lost: lost_count }, effect),
});

/** How much alike the deals of one account end. */
export const effectOf = (board: BoardRow): number =>
  designEffect({
    successes: board.won_count,
    failures: board.lost_count,
    successSquares: board.won_won,
    products: board.won_lost,
    failureSquares: board.lost_lost,
  });

/** A dimension filled in for one outcome only, and products sold together, can't be held fixed. */
function isHeldFixed(
  name: (typeof modelled)[number],
  comparable: ReadonlySet<string>,
  patterns: readonly PatternRow[],
): boolean {
  return comparable.has(name) && patterns.every((row) => row[name] !== severalProducts);
}

const dimensionRow = ({ span, scope }: BoardRow, fact: Known, isModelled: boolean) => ({
  span,
  scope,
  dimension: fact.dimension,
  value_count: fact.values,
  unknown_won_rate: fact.unknownWon,
  unknown_lost_rate: fact.unknownLost,
  is_comparable: fact.isComparable,
  is_modelled: isModelled,
});
