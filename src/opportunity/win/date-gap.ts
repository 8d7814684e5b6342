import { aucAlone } from "./alone.ts";
import { isNumeric, type NumberColumn, type WinColumn } from "./column.ts";
import type { Leak, LeakRows } from "./leak.ts";

/** The days between two dates tell so much, and so much more than either date. */
const telling = 0.6;
const gain = 0.03;

/**
 * Dates that are set when a deal is decided, though none of its values shows it: won deals close
 * sooner or later than lost ones, so the days from an earlier date tell the outcome.
 */
export function dateGapLeaks(columns: readonly WinColumn[], rows: LeakRows): Leak[] {
  const dates = columns.filter(isNumeric).filter(({ kind }) => kind === "date");
  const alone = (column: NumberColumn) => aucAlone(column, rows.outcomes, rows.folds);
  return dates.flatMap((later) => {
    const found = dates
      .filter((earlier) => earlier !== later && medianGap(later, earlier) > 0)
      .map((earlier) => ({ earlier, auc: alone(gapOf(later, earlier)) }))
      .find(({ earlier, auc }) => {
        const either = Math.max(alone(earlier), alone(later));
        return auc >= telling && auc >= either + gain;
      });
    if (!found) return [];
    const reason = `the days since ${found.earlier.name} tell won from lost with an AUC of ${found.auc.toFixed(3)}`;
    return [{ name: later.name, isLeftOut: false, reason }];
  });
}

const gapOf = (later: NumberColumn, earlier: NumberColumn): NumberColumn => ({
  ...later,
  kind: "number",
  values: later.values.map((day, row) => day - (earlier.values[row] ?? Number.NaN)),
});

function medianGap(later: NumberColumn, earlier: NumberColumn): number {
  const gaps = gapOf(later, earlier)
    .values.filter((gap) => !Number.isNaN(gap))
    .sort();
  return gaps[Math.floor(gaps.length / 2)] ?? Number.NaN;
}
