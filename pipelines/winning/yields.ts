import { grouped } from "../../src/statistics/grouped.ts";
import { unknownValue } from "../../src/winning/cell.ts";
import {
  correctedYields,
  type EffortSums,
  wholeEffort,
  type Yield,
  yieldOf,
} from "../../src/winning/effort.ts";
import { type EffortRow, isTested } from "./rows.ts";

/**
 * Rows of `win_yield` of one span and scope. Only values of a dimension that can be compared, with
 * enough deals decided and won, are tested.
 */
export function yieldsOf(
  rows: readonly EffortRow[],
  comparable: ReadonlySet<string>,
  minCell: number,
): object[] {
  return [...grouped(rows, (row) => row.measure).values()].flatMap((measured) => {
    const found = [...grouped(measured, (row) => row.dimension).values()].flatMap((cells) => {
      const whole = wholeEffort(cells.map(sumsOf));
      return cells.flatMap((row) => {
        const brought = row.deals < minCell ? null : yieldOf(sumsOf(row), whole);
        return brought ? { row, brought } : [];
      });
    });
    const isNamed = ({ row }: { row: EffortRow }) =>
      comparable.has(row.dimension) &&
      isTested(row.dimension) &&
      row.value !== unknownValue &&
      row.won_deals >= minCell;
    const corrected = correctedYields(found.map((cell) => (isNamed(cell) ? cell.brought : null)));
    return found.map(({ row, brought }, index) => yieldRow(row, brought, corrected[index] ?? null));
  });
}

const sumsOf = (row: EffortRow): EffortSums => ({
  value: row.won_cents,
  effort: row.effort,
  vv: row.won_won,
  ve: row.won_effort,
  ee: row.effort_effort,
  vV: row.won_account_won,
  vE: row.won_account_effort,
  eV: row.effort_account_won,
  eE: row.effort_account_effort,
});

const yieldRow = (row: EffortRow, brought: Yield, probability: number | null) => ({
  span: row.span,
  scope: row.scope,
  dimension: row.dimension,
  value: row.value,
  measure: row.measure,
  deal_count: row.deals,
  effort_rate: brought.effortShare,
  value_rate: brought.valueShare,
  yield: brought.index,
  yield_lower: brought.interval?.lower,
  yield_upper: brought.interval?.upper,
  differs_probability: probability,
});
