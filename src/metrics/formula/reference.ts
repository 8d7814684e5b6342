import { nearest } from "../../errors.ts";
import { type FormulaColumn, formulaColumns, formulaTables } from "./column.ts";
import type { ColumnName } from "./expression.ts";
import { excerpt, type FormulaSource, mistake } from "./source.ts";
import type { SyntaxNode } from "./syntax.ts";

/** A column that a formula names, with what is known of it. */
export interface Reference {
  readonly column: ColumnName;
  readonly known: FormulaColumn;
}

/**
 * Reads `table.column`.
 *
 * @param reachable the table whose rows are added up, and those that it joins
 * @throws InputError for anything else, and for a table or a column that isn't known or reached
 */
export function referenceOf(
  node: SyntaxNode,
  reachable: readonly string[] | null,
  source: FormulaSource,
): Reference {
  const start = node.start;
  if (node.type !== "MemberExpression" || node.computed) throw noColumn(start, source);
  const { object, property } = node;
  if (object.type !== "Identifier" || property.type !== "Identifier") throw noColumn(start, source);
  const columns = Object.hasOwn(formulaColumns, object.name)
    ? formulaColumns[object.name]
    : undefined;
  if (!columns) throw unknownTable(object.name, Object.keys(formulaColumns), start, source);
  if (reachable !== null && !reachable.includes(object.name)) {
    const remedy = `Rows of ${reachable[0]} reach ${reachable.join(", ")}.`;
    throw mistake(source, start, `unreachable table: "${object.name}"`, remedy);
  }
  const known = Object.hasOwn(columns, property.name) ? columns[property.name] : undefined;
  if (!known) {
    const name = `${object.name}.${property.name}`;
    const meant = nearest(property.name, Object.keys(columns));
    const remedy = meant
      ? `Did you mean "${object.name}.${meant}"?`
      : `Columns of ${object.name} are ${Object.keys(columns).join(", ")}.`;
    throw mistake(source, start, `unknown column: "${name}"`, remedy);
  }
  const { isDecimal } = known;
  return { column: { kind: "column", table: object.name, name: property.name, isDecimal }, known };
}

/** Reads the name of a table whose rows can be added up. */
export function baseTable(name: string, start: number, source: FormulaSource): string {
  if (Object.hasOwn(formulaTables, name)) return name;
  if (Object.hasOwn(formulaColumns, name)) {
    const tables = Object.entries(formulaTables).filter(([, { joins }]) => joins.includes(name));
    const remedy = `Its rows aren't added up: name it in a condition on rows of ${tables.map(([table]) => table).join(", ")}.`;
    throw mistake(source, start, `table for conditions alone: "${name}"`, remedy);
  }
  throw unknownTable(name, Object.keys(formulaTables), start, source);
}

function unknownTable(
  name: string,
  known: readonly string[],
  start: number,
  source: FormulaSource,
) {
  const meant = nearest(name, known);
  const remedy = meant ? `Did you mean "${meant}"?` : `Tables are ${known.join(", ")}.`;
  return mistake(source, start, `unknown table: "${name}"`, remedy);
}

const noColumn = (start: number, source: FormulaSource) =>
  mistake(
    source,
    start,
    `invalid column: ${excerpt(source, start)}`,
    "Write table.column, as in opportunity.amount_cents.",
  );
