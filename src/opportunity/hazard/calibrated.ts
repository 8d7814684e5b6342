import { chanceOf } from "../../statistics/odds.ts";
import { platt } from "../../statistics/platt.ts";
import { linearPredictor } from "../../statistics/sparse-rows.ts";
import { weekDesign } from "./design.ts";
import { type Cause, causes, type HazardModel } from "./model.ts";
import type { DealWeeks } from "./weeks.ts";

/** How the log-odds of a week become its hazard. */
interface CauseCalibration {
  readonly name: "none" | "Platt";
  readonly chanceAt: (odds: number) => number;
}

export type HazardCalibration = Readonly<Record<Cause, CauseCalibration>>;

const none: CauseCalibration = { name: "none", chanceAt: chanceOf };

/** Weeks, none of them thinned, with a model that was fitted before they began. */
export interface LaterWeeks {
  readonly model: HazardModel;
  readonly weeks: DealWeeks;
}

/** Fewer ends than this can't tell how far off hazards are. */
const fewestEnds = 50;
/** The latest quarters judge what the ones before them say. */
const judging = 2;

/**
 * The calibration of each hazard by weeks that lay after the fits, where it lowered the log loss of
 * the latest of them by more than two standard errors. It is a function of the hazard alone, so
 * that the chances of all weeks stay coherent. Isotonic steps did worse than no calibration.
 *
 * @param later in order of time
 */
export function calibrateHazards(later: readonly LaterWeeks[]): HazardCalibration {
  const [won, lost] = causes.map((cause) => calibrationOf(later, cause));
  return { won: won ?? none, lost: lost ?? none };
}

interface Told {
  readonly odds: readonly number[];
  readonly outcomes: readonly number[];
}

function calibrationOf(later: readonly LaterWeeks[], cause: Cause): CauseCalibration {
  const parts = later.map(({ model, weeks }): Told => {
    const design = weekDesign(model.encoding, weeks);
    return { odds: [...linearPredictor(design, model.modes[cause])], outcomes: [...weeks[cause]] };
  });
  const [before, latest] = [joined(parts.slice(0, -judging)), joined(parts.slice(-judging))];
  const isEnough = [before, latest].every(
    ({ outcomes }) => outcomes.reduce((total, outcome) => total + outcome, 0) >= fewestEnds,
  );
  if (!isEnough || !gains(platt(before.odds, before.outcomes), latest)) return none;
  const all = joined(parts);
  return { name: "Platt", chanceAt: platt(all.odds, all.outcomes) };
}

const joined = (parts: readonly Told[]): Told => ({
  odds: parts.flatMap(({ odds }) => odds),
  outcomes: parts.flatMap(({ outcomes }) => outcomes),
});

/** Whether chances lower the log loss by more than two standard errors of the difference. */
function gains(chanceAt: (odds: number) => number, { odds, outcomes }: Told): boolean {
  const lossOf = (chance: number, row: number) =>
    -Math.log(outcomes[row] === 1 ? chance : 1 - chance);
  const differences = odds.map(
    (value, row) => lossOf(chanceOf(value), row) - lossOf(chanceAt(value), row),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const mean = sum(differences) / differences.length;
  const error =
    Math.sqrt(sum(differences.map((value) => (value - mean) ** 2))) / differences.length;
  return mean > 2 * error;
}
