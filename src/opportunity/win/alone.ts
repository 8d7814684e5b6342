import { auc } from "../../statistics/auc.ts";
import { firstAbove } from "../../statistics/isotonic-chance.ts";
import { ranked } from "../../statistics/ranking.ts";
import { isNumeric, type NumberColumn, type WinColumn } from "./column.ts";

/** Numbers fall into so many slices of equal size; 0 is one of its own, as a blank is. */
const slices = 20;
/** A value without deals in the other folds is given so many deals of the usual win rate. */
const prior = 2;

/**
 * How well a column tells won from lost all by itself: the AUC of the win rate that deals of its
 * value, or of its slice of values, have in the other folds.
 *
 * @param folds of each row
 */
export function aucAlone(column: WinColumn, outcomes: Uint8Array, folds: Uint8Array): number {
  const bins = binsOf(column);
  const most = bins.reduce((highest, bin) => Math.max(highest, bin), 0) + 1;
  const count = Math.max(0, ...new Set(folds)) + 1;
  const won = new Float64Array(most * count);
  const all = new Float64Array(most * count);
  const add = (sums: Float64Array, at: number, by: number) => {
    sums[at] = (sums[at] ?? Number.NaN) + by;
  };
  for (const [row, bin] of bins.entries()) {
    add(all, bin * count + (folds[row] ?? 0), 1);
    add(won, bin * count + (folds[row] ?? 0), outcomes[row] ?? Number.NaN);
  }
  const base = outcomes.reduce((total, outcome) => total + outcome, 0) / outcomes.length;
  const others = (sums: Float64Array, bin: number, fold: number) => {
    const own = sums.subarray(bin * count, (bin + 1) * count);
    return own.reduce((total, value) => total + value, 0) - (own[fold] ?? Number.NaN);
  };
  const scores = Float64Array.from(bins, (bin, row) => {
    const fold = folds[row] ?? 0;
    return (others(won, bin, fold) + prior * base) / (others(all, bin, fold) + prior);
  });
  return auc(ranked(scores, outcomes));
}

/** The value of each row as a whole number from 0 on, 0 for a blank. */
function binsOf(column: WinColumn): Int32Array {
  return isNumeric(column) ? slicesOf(column) : column.codes.map((code) => code + 1);
}

function slicesOf({ values }: NumberColumn): Int32Array {
  const sorted = values.filter((value) => value !== 0 && !Number.isNaN(value)).sort();
  const edges = Array.from(
    { length: slices - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / slices)] ?? Number.NaN,
  );
  return Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return 0;
    return value === 0 ? 1 : 2 + firstAbove(edges, value);
  });
}
