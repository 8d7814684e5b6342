import { isPlainDate } from "../../calendar.ts";
import type { FormulaColumn } from "./column.ts";
import { type Condition, comparisons, type Operand } from "./expression.ts";
import { referenceOf } from "./reference.ts";
import { excerpt, type FormulaSource, mistake } from "./source.ts";
import type { SyntaxNode } from "./syntax.ts";

/**
 * Reads which rows count.
 *
 * @param reachable the table whose rows they are, and those that it joins
 * @throws InputError for what compares nothing, or things that don't compare
 */
export function conditionOf(
  node: SyntaxNode,
  reachable: readonly string[],
  source: FormulaSource,
): Condition {
  const inner = (part: SyntaxNode) => conditionOf(part, reachable, source);
  if (node.type === "UnaryExpression" && node.operator === "not") {
    return { kind: "not", operand: inner(node.argument) };
  }
  if (node.type === "BinaryExpression") {
    const { operator, left, right } = node;
    if (operator === "and" || operator === "or") {
      return { kind: operator, left: inner(left), right: inner(right) };
    }
    const comparison = comparisons.find((known) => known === operator);
    if (comparison) return compared(node, comparison, reachable, source);
  }
  if (node.type === "MemberExpression") {
    const { column, known } = referenceOf(node, reachable, source);
    if (known.type === "flag") return { kind: "flag", column };
  }
  const start = node.start;
  const remedy = 'Compare columns with ==, !=, <, <=, > or >=, and join with "and", "or", "not".';
  throw mistake(source, start, `invalid condition: ${excerpt(source, start)}`, remedy);
}

function compared(
  node: SyntaxNode & { readonly type: "BinaryExpression" },
  operator: (typeof comparisons)[number],
  reachable: readonly string[],
  source: FormulaSource,
): Condition {
  const left = operandOf(node.left, reachable, source);
  const right = operandOf(node.right, reachable, source);
  if (!compare(left, right)) {
    const start = node.start;
    const message = `invalid comparison: ${left.type} with ${right.type} in ${excerpt(source, start)}`;
    const remedy = 'Compare like with like; write text in quotes and a date as "2026-03-31".';
    throw mistake(source, start, message, remedy);
  }
  return { kind: "comparison", operator, left: left.operand, right: right.operand };
}

type OperandType = FormulaColumn["type"];

interface TypedOperand {
  readonly operand: Operand;
  readonly type: OperandType;
}

/** A date is compared with a date, or with text that is one. */
const compare = (a: TypedOperand, b: TypedOperand) =>
  a.type === b.type || isDateText(a, b) || isDateText(b, a);
const isDateText = (date: TypedOperand, { operand }: TypedOperand) =>
  date.type === "date" &&
  operand.kind === "literal" &&
  typeof operand.value === "string" &&
  isPlainDate(operand.value);

function operandOf(
  node: SyntaxNode,
  reachable: readonly string[],
  source: FormulaSource,
): TypedOperand {
  if (node.type === "Literal") return literalOf(node.value, node, source);
  if (node.type === "UnaryExpression" && node.operator === "not") {
    const { start } = node;
    const remedy = "Put what isn't to hold in brackets: not (table.column == …).";
    throw mistake(source, start, `invalid condition: ${excerpt(source, start)}`, remedy);
  }
  if (node.type === "UnaryExpression" && node.argument.type === "Literal") {
    const { value } = node.argument;
    return literalOf(typeof value === "number" ? -value : undefined, node, source);
  }
  const { column, known } = referenceOf(node, reachable, source);
  return { operand: column, type: known.type };
}

function literalOf(value: unknown, node: SyntaxNode, source: FormulaSource): TypedOperand {
  if (typeof value === "string") return { operand: { kind: "literal", value }, type: "text" };
  if (typeof value === "boolean") return { operand: { kind: "literal", value }, type: "flag" };
  if (typeof value === "number" && Number.isFinite(value)) {
    return { operand: { kind: "literal", value }, type: "number" };
  }
  const start = node.start;
  const message = `invalid value: ${excerpt(source, start)}`;
  throw mistake(source, start, message, "Write a number, text in quotes, true or false.");
}
