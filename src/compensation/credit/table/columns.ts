import { InputError, InputErrors, nearest } from "../../../errors.ts";
import { isZero } from "../../exact.ts";
import type { PlanTerms } from "../../plan/terms.ts";

/** The columns of a table of credits: those it must have, then those it may. */
const creditColumns = [
  "rep_id",
  "date",
  "amount",
  "credit_id",
  "opportunity_id",
  "line_id",
  "product",
  "type",
  "team",
  "role",
  "margin",
  "quantity",
  "currency",
  "split",
  "pay_split",
  "invoiced_on",
  "paid_on",
  "reverses",
  "level_of",
] as const;
export type CreditColumn = (typeof creditColumns)[number];

const required: readonly CreditColumn[] = ["rep_id", "date", "amount"];

/** Where each column stands in a row; those that the table hasn't are left out. */
export type Places = ReadonlyMap<CreditColumn, number>;

/**
 * The places of a table's columns.
 *
 * @throws InputError where one is missing that every table has or that the plan looks at, InputErrors for
 *   those that no table has and for those that stand there twice
 */
export function placesOf(headings: readonly string[], file: string, plan: PlanTerms): Places {
  const names = headings.map((heading) => heading.trim().toLowerCase());
  for (const column of [...required, ...neededBy(plan)]) {
    if (names.includes(column)) continue;
    const near = nearest(
      column,
      names.filter((name) => !isColumn(name)),
    );
    const hint = near === undefined ? "" : ` Is it "${near}"?`;
    throw new InputError(`missing column: ${column} in ${file}`, {
      file,
      line: 1,
      remedy: `The first line names the columns: ${required.join(",")} and others.${hint}`,
    });
  }
  refuseUnknown(names, file);
  refuseRepeated(names, file);
  return new Map(
    creditColumns.flatMap((column) => {
      const place = names.indexOf(column);
      return place < 0 ? [] : [[column, place] as const];
    }),
  );
}

/** A misspelt column would count as one that isn't there: who splits a deal would be paid the whole. */
function refuseUnknown(names: readonly string[], file: string): void {
  const errors = names
    .filter((name) => name !== "" && !isColumn(name))
    .map((name) => {
      const near = nearest(name, creditColumns);
      const hint = near === undefined ? "" : `Is it "${near}"? `;
      const remedy = `${hint}Columns are ${creditColumns.join(", ")}; leave others out.`;
      return new InputError(`unknown column: "${name}"`, { file, line: 1, remedy });
    });
  if (errors.length > 0) throw new InputErrors(errors);
}

/** Which of two would count nobody could tell. */
function refuseRepeated(names: readonly string[], file: string): void {
  const errors = creditColumns
    .filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
    .map((column) => {
      const remedy = "Leave all but one of them out.";
      return new InputError(`repeated column: "${column}"`, { file, line: 1, remedy });
    });
  if (errors.length > 0) throw new InputErrors(errors);
}

const isColumn = (name: string) => creditColumns.some((column) => column === name);

/** What a plan can't be priced without. */
function neededBy({ components }: PlanTerms): CreditColumn[] {
  return components.flatMap(({ measure, paid }) => [
    ...(measure === "margin" ? (["margin"] as const) : []),
    ...(measure === "units" ? (["quantity"] as const) : []),
    ...(isZero(paid.invoice) ? [] : (["invoiced_on"] as const)),
    ...(isZero(paid.cash) ? [] : (["paid_on"] as const)),
  ]);
}
