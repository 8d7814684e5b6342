import { auc } from "../../statistics/auc.ts";
import { averagePrecision } from "../../statistics/average-precision.ts";
import { clusterBootstrap } from "../../statistics/bootstrap.ts";
import {
  type CalibrationSlice,
  calibrationLine,
  calibrationSlices,
} from "../../statistics/calibration.ts";
import { oddsOf } from "../../statistics/odds.ts";
import { brierScore, logLoss } from "../../statistics/proper-scores.ts";
import { ranked } from "../../statistics/ranking.ts";
import type { Interval } from "../../statistics/wilson.ts";
import { chancesOf, type DecidedDeals, fitWinModel, foldsOf } from "./model.ts";

/** A measure of chances that were given to deals by models that hadn't seen them. */
export interface Measure {
  readonly name: "AUC" | "average precision" | "Brier score" | "log loss" | "calibration slope";
  readonly value: number;
  /** 95 %. */
  readonly interval: Interval;
  /** What it is where every deal is given the win rate of all. */
  readonly withoutModel: number | null;
}

export interface Validation {
  readonly measures: readonly Measure[];
  readonly slices: readonly CalibrationSlice[];
}

/**
 * Chances of all deals, each by a model fitted to the other folds: encoding, penalty and calibration
 * are learnt anew for each fold.
 */
export function heldOutChances(deals: DecidedDeals, folds: number): Float64Array {
  const rows = [...deals.outcomes.keys()];
  const foldOf = foldsOf(deals, rows, folds);
  const chances = new Float64Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = fitWinModel(
      deals,
      rows.filter((row) => foldOf[row] !== fold),
    );
    const fitted = chancesOf(model);
    for (const row of rows) if (foldOf[row] === fold) chances[row] = fitted[row] ?? Number.NaN;
  }
  return chances;
}

/** Measures of held-out chances, with intervals by resampling groups. */
export function validate(chances: Float64Array, deals: DecidedDeals): Validation {
  const { outcomes, groups, ranks } = deals;
  const ranking = ranked(chances, outcomes);
  const statistics = (weights?: Float64Array) => [
    auc(ranking, weights),
    averagePrecision(ranking, weights),
    brierScore(chances, outcomes, weights),
    logLoss(chances, outcomes, weights),
  ];
  const values = statistics();
  const intervals = clusterBootstrap({ clusters: groups, count: ranks.length }, statistics);
  const base = outcomes.reduce((total, outcome) => total + outcome, 0) / outcomes.length;
  const usual = new Float64Array(outcomes.length).fill(base);
  const without = [0.5, base, brierScore(usual, outcomes), logLoss(usual, outcomes)];
  const names = ["AUC", "average precision", "Brier score", "log loss"] as const;
  const measures = names.map((name, k): Measure => {
    const interval = intervals[k] ?? { lower: Number.NaN, upper: Number.NaN };
    return { name, value: values[k] ?? Number.NaN, interval, withoutModel: without[k] ?? null };
  });
  const { slope, slopeInterval } = calibrationLine(chances.map(oddsOf), outcomes);
  const line: Measure = {
    name: "calibration slope",
    value: slope,
    interval: slopeInterval,
    withoutModel: null,
  };
  return { measures: [...measures, line], slices: calibrationSlices(chances, outcomes) };
}
