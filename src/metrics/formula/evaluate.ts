import type { Aggregate, Expression } from "./expression.ts";

/** What rows of one entity and period say to an aggregate. */
export interface Tally {
  /** Rows that count. */
  readonly rows: number;
  /** Those of them that have a value in the column. */
  readonly values: number;
  /** Their sum for a sum or an average, else their median, least or greatest; null without values. */
  readonly value: number | null;
}

/**
 * A figure: a number; `missing` where rows count and none of them has a value; `undefined` where
 * there is nothing to take it of, as in a division by zero.
 */
export type Figure = number | "missing" | "undefined";

/** Works a part of a formula out; `tally` gives what is known of each of its aggregates. */
export function evaluate(expression: Expression, tally: (part: Aggregate) => Tally): Figure {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "aggregate":
      return figureOf(expression, tally(expression));
    case "negation": {
      const value = evaluate(expression.operand, tally);
      return typeof value === "number" ? -value : value;
    }
    case "arithmetic":
      return calculate(
        expression.operator,
        evaluate(expression.left, tally),
        evaluate(expression.right, tally),
      );
  }
}

function figureOf({ aggregation, column }: Aggregate, { rows, values, value }: Tally): Figure {
  if (aggregation === "count") return column === null ? rows : values;
  if (rows === 0) return aggregation === "sum" ? 0 : "undefined";
  if (values === 0 || value === null) return "missing";
  return aggregation === "average" ? value / values : value;
}

function calculate(operator: string, left: Figure, right: Figure): Figure {
  if (left === "missing" || right === "missing") return "missing";
  if (left === "undefined" || right === "undefined") return "undefined";
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    default:
      return right === 0 ? "undefined" : left / right;
  }
}
