import { nearest } from "../../errors.ts";
import { type Dimension, formulaTables, plain } from "./column.ts";
import { conditionOf } from "./condition.ts";
import { type Aggregate, aggregations } from "./expression.ts";
import { baseTable, referenceOf } from "./reference.ts";
import { excerpt, type FormulaSource, mistake } from "./source.ts";
import type { SyntaxNode } from "./syntax.ts";

/**
 * Reads a sum, count and so on of rows, with what it is measured in.
 *
 * @throws InputError for another function, for brackets that hold something else, and for what can't
 *   be added up
 */
export function aggregated(
  node: SyntaxNode & { readonly type: "CallExpression" },
  source: FormulaSource,
): { expression: Aggregate; dimension: Dimension } {
  const start = node.start;
  const name = node.callee.type === "Identifier" ? node.callee.name : excerpt(source, start);
  const aggregation = aggregations.find((known) => known === name);
  if (!aggregation) {
    const meant = nearest(name, aggregations);
    const remedy = meant ? `Did you mean "${meant}"?` : `Functions are ${aggregations.join(", ")}.`;
    throw mistake(source, start, `unknown function: "${name}"`, remedy);
  }
  const [what, which, ...rest] = node.arguments;
  if (!what || rest.length > 0) {
    const remedy = `Write ${aggregation}(table.column) or ${aggregation}(table.column, condition).`;
    throw mistake(
      source,
      start,
      `invalid ${aggregation}: ${node.arguments.length} parts in brackets`,
      remedy,
    );
  }
  const { table, column, dimension } = subject(what, aggregation, source);
  const reachable = [table, ...(formulaTables[table]?.joins ?? [])];
  const condition = which ? conditionOf(which, reachable, source) : null;
  const expression: Aggregate = { kind: "aggregate", aggregation, table, column, condition };
  return { expression, dimension };
}

/** What is added up or counted: a column of numbers, or for a count any column or the rows. */
function subject(what: SyntaxNode, aggregation: Aggregate["aggregation"], source: FormulaSource) {
  const start = what.start;
  if (aggregation === "count" && what.type === "Identifier") {
    return { table: baseTable(what.name, start, source), column: null, dimension: plain };
  }
  const { column, known } = referenceOf(what, null, source);
  const table = baseTable(column.table, start, source);
  if (aggregation === "count") return { table, column, dimension: plain };
  if (known.type !== "number") {
    const message = `invalid ${aggregation}: ${column.table}.${column.name} is ${known.type}`;
    throw mistake(source, start, message, "Count it, or name a column of numbers.");
  }
  return { table, column, dimension: known.dimension };
}
