import type { PlanTerms } from "../../plan/terms.ts";
import { meets } from "../conditions.ts";
import { type Credit, isCreditedFor } from "../credit.ts";
import { measured } from "../measure.ts";
import type { CreditRow, Wrong } from "./credit-row.ts";

/** Each credit has an id of its own. */
export function checkIds(rows: readonly CreditRow[], wrong: Wrong): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.creditId === null) continue;
    const remedy = "Give each row a credit_id of its own, or leave the column out.";
    if (seen.has(row.creditId))
      wrong(row, "credit_id", `repeated credit_id: ${row.creditId}`, remedy);
    seen.add(row.creditId);
  }
}

/** No more is taken back than was credited; `credits` in the order of `rows`. */
export function checkReversals(
  rows: readonly { readonly row: CreditRow }[],
  credits: readonly Credit[],
  wrong: Wrong,
): void {
  const left = new Map(credits.map(({ creditId, amountCents }) => [creditId, amountCents]));
  for (const [index, { reverses, amountCents }] of credits.entries()) {
    const [row, before] = [rows[index]?.row, left.get(reverses ?? "")];
    if (reverses === null || row === undefined || before === undefined) continue;
    left.set(reverses, before + amountCents);
    const remedy = "Take back at most what was credited, all rows together.";
    if (before + amountCents < 0) {
      wrong(row, "amount", `reversal of more than its credit: ${row.reverses}`, remedy);
    }
  }
}

/** Credits fall into the plan; what is taken back may do so later. */
export function checkDates(rows: readonly CreditRow[], plan: PlanTerms, wrong: Wrong): void {
  const { effectiveFrom: from, effectiveUntil: until } = plan;
  for (const row of rows) {
    if (row.reverses !== null || (row.date >= from && (until === null || row.date <= until)))
      continue;
    const span = until === null ? `from ${from} on` : `from ${from} to ${until}`;
    wrong(row, "date", `date outside of the plan: ${row.date}`, `The plan holds ${span}.`);
  }
}

/** Credits have the figures that the components measure which they count for. */
export function checkFigures(row: CreditRow, credit: Credit, plan: PlanTerms, wrong: Wrong): void {
  if (row.reverses !== null || row.level !== null) return;
  for (const { where, measure, lessShareOfAmount, credit: roles } of plan.components) {
    if (
      !isCreditedFor(credit, roles) ||
      !meets(credit, where) ||
      measured(credit, measure, lessShareOfAmount) !== null
    )
      continue;
    const column = measure === "units" ? "quantity" : measure;
    wrong(row, column, `missing ${column}`, `The plan measures ${measure}: give it for each row.`);
    return;
  }
}
