/** A figure made of sums and counts over rows of canonical tables. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "negation"; readonly operand: Expression }
  | {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | Aggregate;

export const arithmetics = ["+", "-", "*", "/"] as const;
export type Arithmetic = (typeof arithmetics)[number];

export const aggregations = ["sum", "count", "average", "median", "min", "max"] as const;
export type Aggregation = (typeof aggregations)[number];

export interface Aggregate {
  readonly kind: "aggregate";
  readonly aggregation: Aggregation;
  readonly table: string;
  /** Null where rows are counted. */
  readonly column: ColumnName | null;
  /** Which rows count; null for all. */
  readonly condition: Condition | null;
}

export interface ColumnName {
  readonly kind: "column";
  readonly table: string;
  readonly name: string;
  readonly isDecimal: boolean;
}

export const comparisons = ["==", "!=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

export type Literal = { readonly kind: "literal"; readonly value: string | number | boolean };
export type Operand = ColumnName | Literal;

export type Condition =
  | {
      readonly kind: "comparison";
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: "flag"; readonly column: ColumnName }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly operand: Condition };

/** What a formula divides; the denominator is null where it doesn't divide last, or by a constant. */
export interface Formula {
  readonly numerator: Expression;
  readonly denominator: Expression | null;
}

/** The parts of a figure that rows are asked for, in the order in which it names them. */
export function aggregatesOf(expression: Expression): Aggregate[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "negation":
      return aggregatesOf(expression.operand);
    case "arithmetic":
      return [...aggregatesOf(expression.left), ...aggregatesOf(expression.right)];
    case "aggregate":
      return [expression];
  }
}

/** Whether months' figures add up to a longer period's: sums and counts, joined and scaled. */
export function isAdditive(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
      return false;
    case "negation":
      return isAdditive(expression.operand);
    case "aggregate":
      return expression.aggregation === "sum" || expression.aggregation === "count";
    case "arithmetic": {
      const { operator, left, right } = expression;
      if (operator === "+" || operator === "-") return isAdditive(left) && isAdditive(right);
      if (isConstant(right)) return isAdditive(left);
      return operator === "*" && isConstant(left) && isAdditive(right);
    }
  }
}

/** Whether no row has a part in a figure. */
export const isConstant = (expression: Expression): boolean =>
  aggregatesOf(expression).length === 0;

/** Every aggregate of a formula, the numerator's first. */
export function formulaAggregates({ numerator, denominator }: Formula): Aggregate[] {
  return [...aggregatesOf(numerator), ...(denominator === null ? [] : aggregatesOf(denominator))];
}
