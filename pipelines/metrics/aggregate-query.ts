import {
  type AggregateNode,
  and,
  cast,
  column,
  count,
  createTable,
  type ExprNode,
  eq,
  gt,
  gte,
  literal,
  lt,
  lte,
  max,
  median,
  min,
  neq,
  not,
  or,
  Query,
  sum,
} from "@uwdata/mosaic-sql";
import { rowColumn } from "../../src/metrics/formula/column.ts";
import type {
  Aggregate,
  ColumnName,
  Comparison,
  Condition,
  Operand,
} from "../../src/metrics/formula/expression.ts";
import type { Statement } from "../../src/warehouse/statement.ts";

/** What identifies a cell of a KPI. */
export const keys = ["entity_type", "entity_id", "view", "period", "period_start"] as const;

/**
 * Lays the view of what aggregates come to among the rows of a table, by entity, view and fiscal
 * period: `rows_i` that count, `values_i` of them with a value and their `value_i`, where i is the
 * place in `all`. It is built as a syntax tree, never from text: names and values are quoted where
 * it is written out.
 *
 * @param totals the name of the view
 * @param asked those of `all` that the table answers
 */
export function aggregateView(
  totals: string,
  rows: string,
  asked: readonly Aggregate[],
  all: readonly Aggregate[],
): Statement {
  const columns = asked.map((aggregate) => columnsOf(aggregate, all.indexOf(aggregate)));
  const byKey = Object.fromEntries(keys.map((key) => [key, column(key)]));
  const query = Query.select(byKey, ...columns)
    .from(rows)
    .groupby(...keys.map((key) => column(key)));
  return {
    file: `own/${totals}`,
    sql: String(createTable(totals, query, { view: true, replace: true })),
  };
}

function columnsOf(aggregate: Aggregate, index: number): Record<string, ExprNode> {
  const named = aggregate.column === null ? undefined : reference(aggregate.column);
  return {
    [`rows_${index}`]: counting(count(), aggregate.condition),
    [`values_${index}`]: counting(named ? count(named) : count(), aggregate.condition),
    [`value_${index}`]: named ? valued(aggregate, named) : literal(null),
  };
}

function valued({ aggregation, column: summed, condition }: Aggregate, named: ExprNode): ExprNode {
  switch (aggregation) {
    case "count":
      return literal(null);
    case "median":
      return counting(median(named), condition);
    case "min":
      return counting(min(named), condition);
    case "max":
      return counting(max(named), condition);
    default:
      // what has decimals is added as a decimal: the sum of doubles depends on the order of rows
      return cast(
        counting(sum(summed?.isDecimal ? cast(named, "DECIMAL(18,4)") : named), condition),
        "DOUBLE",
      );
  }
}

const counting = (aggregate: AggregateNode, condition: Condition | null): ExprNode =>
  condition === null ? aggregate : aggregate.where(where(condition));

function where(condition: Condition): ExprNode {
  switch (condition.kind) {
    case "and":
      return and(where(condition.left), where(condition.right));
    case "or":
      return or(where(condition.left), where(condition.right));
    case "not":
      return not(where(condition.operand));
    case "flag":
      return eq(reference(condition.column), literal(true));
    case "comparison":
      return compare[condition.operator](operand(condition.left), operand(condition.right));
  }
}

const compare: Readonly<Record<Comparison, (a: ExprNode, b: ExprNode) => ExprNode>> = {
  "==": eq,
  "!=": neq,
  "<": lt,
  "<=": lte,
  ">": gt,
  ">=": gte,
};

const operand = (side: Operand): ExprNode =>
  side.kind === "column" ? reference(side) : literal(side.value);
const reference = ({ table, name }: ColumnName): ExprNode => column(rowColumn(table, name));
