import { aggregated } from "./aggregate.ts";
import { type Dimension, plain } from "./column.ts";
import { combined, isSame, wordsOf } from "./dimension.ts";
import { arithmetics, type Expression, type Formula, isConstant } from "./expression.ts";
import { referenceOf } from "./reference.ts";
import { excerpt, type FormulaSource, mistake } from "./source.ts";
import { isFault, parseFormula, type SyntaxNode } from "./syntax.ts";

/** A part of a formula, and what it is measured in. */
interface Measured {
  readonly expression: Expression;
  readonly dimension: Dimension;
}

/** A formula as read: what it divides, and what it is measured in. */
export interface ReadFormula {
  readonly formula: Formula;
  readonly dimension: Dimension;
}

const grammar =
  'Use numbers, + - * / and brackets, comparisons with "and", "or", "not", and sum, count, average, median, min or max of table.column.';

/**
 * Reads a company's formula.
 *
 * @throws InputError for what the grammar doesn't have, an unknown table or column, a unit added to
 *   another, a division by zero
 */
export function readFormula(source: FormulaSource): ReadFormula {
  const read = parseFormula(source.text);
  if (isFault(read)) throw unreadable(source, read.offset, read.reason);
  const { expression, dimension } = measured(read, source);
  if (isConstant(expression)) {
    throw unreadable(source, 0, "no column of the company's is in it");
  }
  const divides =
    expression.kind === "arithmetic" &&
    expression.operator === "/" &&
    !isConstant(expression.right);
  const formula = divides
    ? { numerator: expression.left, denominator: expression.right }
    : { numerator: expression, denominator: null };
  return { formula, dimension };
}

function unreadable(source: FormulaSource, offset: number, reason: string) {
  const rest = excerpt(source, offset);
  const where = rest === "" ? "at its end" : `at ${rest}`;
  return mistake(
    source,
    offset,
    `invalid formula of ${source.metric}: ${reason}, ${where}`,
    grammar,
  );
}

function measured(node: SyntaxNode, source: FormulaSource): Measured {
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "number") {
        return { expression: { kind: "number", value: node.value }, dimension: plain };
      }
      break;
    case "UnaryExpression":
      if (node.operator === "-") {
        const { expression, dimension } = measured(node.argument, source);
        return { expression: { kind: "negation", operand: expression }, dimension };
      }
      break;
    case "BinaryExpression":
      return calculated(node, source);
    case "CallExpression":
      return aggregated(node, source);
    case "MemberExpression":
      referenceOf(node, null, source);
      throw unreadable(source, node.start, "a column outside of sum, count, average …");
    case "Compound":
      throw unreadable(source, (node.body[1] ?? node).start, "one figure is wanted");
  }
  throw unreadable(source, node.start, "no figure");
}

function calculated(
  node: SyntaxNode & { readonly type: "BinaryExpression" },
  source: FormulaSource,
): Measured {
  const operator = arithmetics.find((known) => known === node.operator);
  if (!operator) {
    throw unreadable(source, node.start, "a condition outside of sum, count, average …");
  }
  const left = measured(node.left, source);
  const right = measured(node.right, source);
  const expression = {
    kind: "arithmetic",
    operator,
    left: left.expression,
    right: right.expression,
  } as const;
  if (operator === "/" && constantOf(right.expression) === 0) {
    const remedy = "Divide by something that can differ from zero.";
    const message = `division by zero: ${excerpt(source, node.start)}`;
    throw mistake(source, node.right.start, message, remedy);
  }
  if (operator === "*")
    return { expression, dimension: combined(left.dimension, right.dimension, 1) };
  if (operator === "/")
    return { expression, dimension: combined(left.dimension, right.dimension, -1) };
  if (!isSame(left.dimension, right.dimension)) {
    const message = `unlike units: ${wordsOf(left.dimension)} ${operator} ${wordsOf(right.dimension)}`;
    const remedy = "Add and subtract only what is measured in the same unit.";
    throw mistake(source, node.right.start, message, remedy);
  }
  return { expression, dimension: left.dimension };
}

/** The value of a part without columns, else null. */
function constantOf(expression: Expression): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "aggregate") return null;
  if (expression.kind === "negation") {
    const value = constantOf(expression.operand);
    return value === null ? null : -value;
  }
  const [left, right] = [constantOf(expression.left), constantOf(expression.right)];
  if (left === null || right === null) return null;
  const { operator } = expression;
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  return operator === "*" ? left * right : left / right;
}
