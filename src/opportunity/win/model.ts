import { groupFolds } from "../../statistics/folds.ts";
import { logisticMode } from "../../statistics/logistic.ts";
import type { LogisticMode, LogisticOptions } from "../../statistics/logistic-mode.ts";
import { chanceOf } from "../../statistics/odds.ts";
import { logLoss } from "../../statistics/proper-scores.ts";
import { linearPredictor, type Outcomes, type SparseRows } from "../../statistics/sparse-rows.ts";
import { chooseCalibration, type WinCalibration } from "./calibrator.ts";
import type { WinColumn } from "./column.ts";
import { type Encoding, encode, learnEncoding } from "./encoding.ts";

/** Decided deals, row by row, in an order that doesn't depend on the file's. */
export interface DecidedDeals {
  readonly columns: readonly WinColumn[];
  /** 1 won, 0 lost. */
  readonly outcomes: Uint8Array;
  /** Deals that are never told apart by a fold share a number, 0 to `ranks.length` − 1. */
  readonly groups: Uint32Array;
  /** One a group: a hash of what names it. */
  readonly ranks: ArrayLike<number>;
}

export interface WinModel {
  readonly encoding: Encoding;
  readonly design: SparseRows & Outcomes;
  readonly mode: LogisticMode;
  readonly precision: number;
  readonly calibration: WinCalibration;
}

/** To compare penalties, log-likelihoods need no more digits. */
const tolerance = 1e-5;
/** From so strong that hardly an effect is left to so weak that hardly one is held. */
const precisions = [128, 16, 2, 0.25];
const innerFolds = 3;
/** The penalty is a scale of effects, which more deals than these hardly tell better. */
const mostToChoose = 4_000;

/**
 * A regularised logistic regression of won on all columns, fitted to some rows: its penalty and
 * its calibration chosen by the log loss of folds of those rows.
 *
 * @param rows of `deals`; both outcomes occur
 */
export function fitWinModel(deals: DecidedDeals, rows: readonly number[]): WinModel {
  const count = deals.outcomes.length;
  const encoding = learnEncoding(deals.columns, rows);
  const encoded = encode(encoding, count);
  const precision = choosePrecision(encoded, deals, sampled(deals, rows));
  const calibration = calibrateWins(encoded, deals, { rows, precision });
  const design = { ...encoded, ...outcomesOf(deals, rows) };
  const mode = logisticMode(design, { precision });
  return { encoding, design, mode, precision, calibration };
}

/** The chance of every row of the deals that the model was fitted among. */
export function chancesOf({ design, mode, calibration }: WinModel): Float64Array {
  return linearPredictor(design, mode).map(calibration.chanceAt);
}

/** The trials of some rows; none of the others. */
function outcomesOf({ outcomes }: DecidedDeals, rows: readonly number[]): Outcomes {
  const trials = new Uint8Array(outcomes.length);
  for (const row of rows) trials[row] = 1;
  return { successes: outcomes, trials };
}

/** The rows of the first groups by rank, up to as many as it takes. */
function sampled({ groups, ranks }: DecidedDeals, rows: readonly number[]): readonly number[] {
  if (rows.length <= mostToChoose) return rows;
  const rank = (row: number) => ranks[groups[row] ?? -1] ?? Number.NaN;
  return [...rows]
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, mostToChoose)
    .sort((a, b) => a - b);
}

/** The penalty of least log loss over folds. */
function choosePrecision(
  encoded: SparseRows,
  deals: DecidedDeals,
  rows: readonly number[],
): number {
  const folds = foldsOf(deals, rows, innerFolds);
  const losses = precisions.map(() => 0);
  for (let fold = 0; fold < innerFolds; fold++) {
    const training = rows.filter((_, index) => folds[index] !== fold);
    const held = rows.filter((_, index) => folds[index] === fold);
    const outcomes = held.map((row) => deals.outcomes[row] ?? Number.NaN);
    for (const [k, odds] of oddsAlong({ ...encoded, ...outcomesOf(deals, training) }).entries()) {
      const chances = held.map((row) => chanceOf(odds[row] ?? Number.NaN));
      losses[k] = (losses[k] ?? Number.NaN) + held.length * logLoss(chances, outcomes);
    }
  }
  return precisions[losses.indexOf(Math.min(...losses))] ?? Number.NaN;
}

/**
 * The calibration of models that are fitted to all rows but a fold, by that fold: of many deals one fold is enough.
 * Models of fewer rows would be shrunk more, and their calibration too steep for this one.
 */
function calibrateWins(
  encoded: SparseRows,
  deals: DecidedDeals,
  { rows, precision }: { rows: readonly number[]; precision: number },
): WinCalibration {
  const folds = foldsOf(deals, rows, innerFolds);
  const judged = rows.length > mostToChoose ? 1 : innerFolds;
  const odds = new Float64Array(deals.outcomes.length);
  for (let fold = 0; fold < judged; fold++) {
    const training = rows.filter((_, index) => folds[index] !== fold);
    const design = { ...encoded, ...outcomesOf(deals, training) };
    const fitted = linearPredictor(encoded, logisticMode(design, { precision, tolerance }));
    for (const [index, row] of rows.entries()) {
      if (folds[index] === fold) odds[row] = fitted[row] ?? Number.NaN;
    }
  }
  const members = rows.filter((_, index) => (folds[index] ?? Number.NaN) < judged);
  return chooseCalibration({
    odds: Float64Array.from(members, (row) => odds[row] ?? Number.NaN),
    outcomes: Uint8Array.from(members, (row) => deals.outcomes[row] ?? 0),
    folds: foldsOf(deals, members, innerFolds),
  });
}

/** Log-odds of every row under each penalty, each fit begun where the one before it ended. */
function oddsAlong(design: SparseRows & Outcomes): Float64Array[] {
  let start: LogisticOptions["start"];
  return precisions.map((precision) => {
    const mode = logisticMode(design, { precision, tolerance, ...(start && { start }) });
    start = mode;
    return linearPredictor(design, mode);
  });
}

/** Folds of some rows that share no group. */
export function foldsOf(deals: DecidedDeals, rows: readonly number[], folds: number): Uint8Array {
  const groups = Uint32Array.from(rows, (row) => deals.groups[row] ?? 0);
  const outcomes = Uint8Array.from(rows, (row) => deals.outcomes[row] ?? 0);
  return groupFolds({ groups, outcomes, ranks: deals.ranks }, folds);
}
