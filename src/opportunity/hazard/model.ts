import { logisticMode } from "../../statistics/logistic.ts";
import type { LogisticMode } from "../../statistics/logistic-mode.ts";
import { chanceOf } from "../../statistics/odds.ts";
import { logLoss } from "../../statistics/proper-scores.ts";
import { hashOf } from "../../statistics/random.ts";
import { linearPredictor, type SparseRows } from "../../statistics/sparse-rows.ts";
import { weekDesign } from "./design.ts";
import { type HazardEncoding, learnHazardEncoding } from "./encoding.ts";
import type { DealWeeks } from "./weeks.ts";

export const causes = ["won", "lost"] as const;
export type Cause = (typeof causes)[number];

/** A hazard of winning and one of losing, each given that a deal was open when the week began. */
export interface HazardModel {
  readonly name: "hazards";
  readonly encoding: HazardEncoding;
  readonly modes: Readonly<Record<Cause, LogisticMode>>;
  /** The prior's precision of each. */
  readonly precisions: Readonly<Record<Cause, number>>;
}

/** Candidates, from where hardly an effect is left to where hardly one is held. */
const candidates = [512, 128, 32];
/** To compare penalties, log-likelihoods need no more digits. */
const coarse = 1e-5;
const fine = 1e-8;
/** Weeks that penalties are compared on. */
const mostToChoose = 12_000;
/** One opportunity in so many is held out to judge them. */
const heldOut = 3;

/**
 * Fits the hazards of winning and of losing in a week of deals at landmarks: a cause-specific
 * logistic regression of each (van Houwelingen & Putter 2012, Dynamic Prediction in Clinical
 * Survival Analysis, ch. 7 and 9; discrete time as in Allison 1982), whose ridge penalty is the one
 * of least log loss of opportunities held out.
 */
export function fitHazards(weeks: DealWeeks): HazardModel {
  const encoding = learnHazardEncoding(weeks.deals);
  const design = weekDesign(encoding, weeks);
  const fits = causes.map((cause) => fitCause(design, weeks, cause));
  const [won, lost] = fits;
  if (won === undefined || lost === undefined) throw new Error("missing cause of an end");
  return {
    name: "hazards",
    encoding,
    modes: { won: won.mode, lost: lost.mode },
    precisions: { won: won.precision, lost: lost.precision },
  };
}

function fitCause(design: SparseRows, weeks: DealWeeks, cause: Cause) {
  const { precision, start } = choosePrecision(design, weeks, cause);
  const outcomes = { successes: weeks[cause], trials: weeks.weight };
  const options = { precision, tolerance: fine, start };
  return { precision, mode: logisticMode({ ...design, ...outcomes }, options) };
}

/**
 * The penalty of least log loss on the opportunities held out, each fit begun where the last ended;
 * and the fit that it was judged by.
 */
function choosePrecision(design: SparseRows, weeks: DealWeeks, cause: Cause) {
  const folds = weeks.deals.map(({ opportunity_id }) => hashOf(opportunity_id) % heldOut);
  const share = Math.min(1, mostToChoose / weeks.deal.length);
  // all of an opportunity or nothing, and the same ones whatever the order
  const isChosen = weeks.deals.map(
    ({ opportunity_id }) => hashOf(`chosen ${opportunity_id}`) / 4294967296 < share,
  );
  const weightIn = (isHeld: boolean) =>
    weeks.weight.map((weight, row) => {
      const deal = weeks.deal[row] ?? -1;
      return isChosen[deal] === true && (folds[deal] === 0) === isHeld ? weight : 0;
    });
  const training = { ...design, successes: weeks[cause], trials: weightIn(false) };
  const judged = weightIn(true);
  let start: LogisticMode | undefined;
  const tried = candidates.map((precision) => {
    const mode = logisticMode(training, { precision, tolerance: coarse, ...(start && { start }) });
    start = mode;
    const chances = linearPredictor(design, mode).map(chanceOf);
    return { precision, start: mode, loss: logLoss(chances, weeks[cause], judged) };
  });
  // where nobody is held out, no loss is a number: the first, strongest, stands
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}
