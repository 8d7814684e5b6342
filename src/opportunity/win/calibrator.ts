import { isotonicChance } from "../../statistics/isotonic-chance.ts";
import { chanceOf } from "../../statistics/odds.ts";
import { platt } from "../../statistics/platt.ts";

/** How log-odds become chances. */
export interface WinCalibration {
  readonly name: "none" | "Platt" | "isotonic";
  readonly chanceAt: (odds: number) => number;
}

/** Log-odds of deals by models that hadn't seen them, with the folds they were held out in. */
export interface HeldOut {
  readonly odds: Float64Array;
  readonly outcomes: Uint8Array;
  readonly folds: Uint8Array;
}

const candidates = [
  { name: "Platt", learn: platt },
  { name: "isotonic", learn: isotonicChance },
] as const;

/**
 * The calibration whose log loss is lower than that of none by more than a standard error of the
 * difference, each fitted to all folds but the one that it is judged by.
 */
export function chooseCalibration(heldOut: HeldOut): WinCalibration {
  const plain = lossesOf(heldOut, () => chanceOf);
  let best: WinCalibration = { name: "none", chanceAt: chanceOf };
  let gained = 0;
  for (const { name, learn } of candidates) {
    const losses = lossesOf(heldOut, (members) => calibratedTo(heldOut, members, learn));
    const { mean, error } = meanOf(
      plain.map((loss, index) => loss - (losses[index] ?? Number.NaN)),
    );
    if (mean <= error || mean <= gained) continue;
    gained = mean;
    best = { name, chanceAt: learn(heldOut.odds, heldOut.outcomes) };
  }
  return best;
}

/** The loss of each deal, by a calibration fitted to the other folds' deals. */
function lossesOf(
  { odds, outcomes, folds }: HeldOut,
  fitted: (members: readonly number[]) => (odds: number) => number,
): Float64Array {
  const indices = [...odds.keys()];
  const losses = new Float64Array(odds.length);
  for (const fold of new Set(folds)) {
    const chanceAt = fitted(indices.filter((index) => folds[index] !== fold));
    for (const index of indices.filter((member) => folds[member] === fold)) {
      const chance = chanceAt(odds[index] ?? Number.NaN);
      losses[index] = -Math.log(Math.max(1e-15, outcomes[index] === 1 ? chance : 1 - chance));
    }
  }
  return losses;
}

const calibratedTo = (
  { odds, outcomes }: HeldOut,
  members: readonly number[],
  learn: (odds: ArrayLike<number>, outcomes: ArrayLike<number>) => (odds: number) => number,
) =>
  learn(
    members.map((index) => odds[index] ?? Number.NaN),
    members.map((index) => outcomes[index] ?? Number.NaN),
  );

function meanOf(values: Float64Array): { mean: number; error: number } {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares) / values.length };
}
