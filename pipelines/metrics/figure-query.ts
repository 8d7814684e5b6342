import {
  coalesce,
  column,
  createTable,
  type ExprNode,
  type JoinNode,
  join,
  least,
  literal,
  Query,
  TableRefNode,
} from "@uwdata/mosaic-sql";
import {
  type Aggregate,
  aggregatesOf,
  type Formula,
  formulaAggregates,
} from "../../src/metrics/formula/expression.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { keys } from "./aggregate-query.ts";
import { figureOf, type Tally } from "./figure.ts";

/**
 * Lays the view of what a formula divides in every row of `own_cell`: `numerator`, `denominator`
 * (1 where it doesn't divide last) and `n`, the smallest sample that it rests on. A cell that no row
 * falls into counts none.
 *
 * @param figures the name of the view
 * @param tallies the views of what its aggregates come to, one for each table that they ask
 */
export function figureView(
  figures: string,
  { numerator, denominator }: Formula,
  tallies: readonly string[],
): Statement {
  const all = formulaAggregates({ numerator, denominator });
  const tally = (part: Aggregate) => tallyAt(all.indexOf(part));
  const samples = aggregatesOf(denominator ?? numerator).map((part) => tally(part).rows);
  const byKey = Object.fromEntries(keys.map((key) => [key, column(key)]));
  const query = Query.select(byKey, {
    numerator: figureOf(numerator, tally),
    denominator: figureOf(denominator ?? { kind: "number", value: 1 }, tally),
    n: least(...samples),
  }).from(tallies.reduce<From>(joined, new TableRefNode("own_cell")));
  const sql = String(createTable(figures, query, { view: true, replace: true }));
  return { file: `own/${figures}`, sql };
}

type From = TableRefNode | JoinNode;

const joined = (cells: From, tally: string): From =>
  join(cells, tally, { type: "LEFT", using: [...keys] });

const tallyAt = (index: number): Tally => ({
  rows: counted(`rows_${index}`),
  values: counted(`values_${index}`),
  value: column(`value_${index}`),
});

const counted = (name: string): ExprNode => coalesce(column(name), literal(0));
