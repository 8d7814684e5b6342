import {
  add,
  and,
  cast,
  cond,
  div,
  type ExprNode,
  eq,
  isNotNull,
  literal,
  mul,
  sub,
} from "@uwdata/mosaic-sql";
import type { Aggregate, Arithmetic, Expression } from "../../src/metrics/formula/expression.ts";

/** What rows of one entity and period say to an aggregate, each an expression over columns. */
export interface Tally {
  /** Rows that count. */
  readonly rows: ExprNode;
  /** Those of them that have a value in the column. */
  readonly values: ExprNode;
  /** Their sum for a sum or an average, else their median, least or greatest; null without values. */
  readonly value: ExprNode;
}

const double = (value: ExprNode) => cast(value, "DOUBLE");
// read from text: a literal with a point is a decimal, and need not become the nearest double
const number = (value: number) => double(literal(String(value)));

/** Where there is nothing to take a figure of, as in a division by zero: it stays through arithmetic. */
const undefinedFigure = number(Number.NaN);

/**
 * A part of a formula as an expression over the tallies of its aggregates: a double, null where rows
 * count and none of them has a value, and not a number where there is nothing to take it of. What is
 * missing stays missing, whatever it is joined with.
 */
export function figureOf(expression: Expression, tally: (part: Aggregate) => Tally): ExprNode {
  switch (expression.kind) {
    case "number":
      return number(expression.value);
    case "aggregate":
      return aggregateFigure(expression, tally(expression));
    case "negation":
      return sub(number(0), figureOf(expression.operand, tally));
    case "arithmetic": {
      const [left, right] = [figureOf(expression.left, tally), figureOf(expression.right, tally)];
      return calculate[expression.operator](left, right);
    }
  }
}

function aggregateFigure({ aggregation, column }: Aggregate, tally: Tally): ExprNode {
  const { rows, values, value } = tally;
  if (aggregation === "count") return double(column === null ? rows : values);
  const figure = aggregation === "average" ? div(double(value), double(values)) : double(value);
  const empty = aggregation === "sum" ? number(0) : undefinedFigure;
  return cond(eq(rows, literal(0)), empty, figure);
}

const calculate: Readonly<Record<Arithmetic, (left: ExprNode, right: ExprNode) => ExprNode>> = {
  "+": add,
  "-": sub,
  "*": mul,
  "/": (left, right) =>
    cond(and(isNotNull(left), eq(right, number(0))), undefinedFigure, div(left, right)),
};
