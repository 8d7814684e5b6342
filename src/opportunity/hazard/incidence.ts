import type { HazardCalibration } from "./calibrated.ts";
import { moverIn, offsetOf, putDeal, putStep } from "./encoding.ts";
import type { HazardModel } from "./model.ts";
import type { PooledHazards } from "./pooled.ts";
import type { DealSnapshot } from "./snapshot.ts";
import type { Step } from "./step.ts";

/** Chances of deals to have been won, or lost, by the end of each step: row by row, a deal a row. */
export interface Incidence {
  readonly steps: readonly Step[];
  readonly won: Float64Array;
  readonly lost: Float64Array;
  /** Of each deal the chance to be won ever: what is open after the last step goes on as in it. */
  readonly wonEver: Float64Array;
}

/** How many of the steps are over by the end of an epoch day. */
export const stepsBy = (steps: readonly Step[], day: number): number =>
  steps.filter(({ last }) => last <= day).length;

/** A deal's chance after so many steps; nothing has happened before the first. */
export const chanceAfter = (
  chances: Float64Array,
  { row, width, steps }: { row: number; width: number; steps: number },
): number => (steps === 0 ? 0 : (chances[row * width + steps - 1] ?? Number.NaN));

export type Hazards = (HazardModel & { readonly calibration: HazardCalibration }) | PooledHazards;

/** The chance of each cause in a step, given that a deal is open when it begins. */
type StepHazard = (step: Step, index: number) => { readonly won: number; readonly lost: number };

/**
 * The cumulative incidence of both causes: 0 at the cutoff, never falling, both together at most 1.
 *
 * @param deals of one cutoff, that of the steps
 */
export function incidenceOf(
  hazards: Hazards,
  deals: readonly DealSnapshot[],
  steps: readonly Step[],
): Incidence {
  const won = new Float64Array(deals.length * steps.length);
  const lost = new Float64Array(deals.length * steps.length);
  const wonEver = new Float64Array(deals.length);
  const hazardOf = hazards.name === "pooled" ? pooledOf(hazards) : fittedOf(hazards, steps);
  for (const [row, deal] of deals.entries()) {
    const hazardAt = hazardOf(deal);
    const total = { won: 0, lost: 0 };
    let share = 0;
    for (const [k, step] of steps.entries()) {
      const hazard = hazardAt(step, k);
      // two regressions don't know of each other: their chances may add up to more than 1
      const held = Math.max(1, hazard.won + hazard.lost);
      const open = Math.max(0, 1 - total.won - total.lost);
      total.won += (open * hazard.won) / held;
      total.lost += (open * hazard.lost) / held;
      won[row * steps.length + k] = total.won;
      lost[row * steps.length + k] = total.lost;
      share = hazard.won / (hazard.won + hazard.lost);
    }
    wonEver[row] = total.won + Math.max(0, 1 - total.won - total.lost) * share;
  }
  return { steps, won, lost, wonEver };
}

const pooledOf =
  ({ wonPerDay, lostPerDay }: PooledHazards) =>
  (_: DealSnapshot): StepHazard =>
  ({ exposure }) => {
    const both = wonPerDay + lostPerDay;
    const ended = 1 - Math.exp(-both * exposure);
    return { won: (ended * wonPerDay) / both, lost: (ended * lostPerDay) / both };
  };

function fittedOf(
  { encoding, modes, calibration }: Extract<Hazards, { name: "hazards" }>,
  steps: readonly Step[],
) {
  const won = Float64Array.from(modes.won.coefficients);
  const lost = Float64Array.from(modes.lost.coefficients);
  const offsets = steps.map(offsetOf);
  const sums = { won: 0, lost: 0 };
  const put = (column: number, value: number) => {
    // the second of two neighbours may lie beyond the last column, with no weight
    if (value === 0) return;
    sums.won += (won[column] ?? Number.NaN) * value;
    sums.lost += (lost[column] ?? Number.NaN) * value;
  };
  return (deal: DealSnapshot): StepHazard => {
    [sums.won, sums.lost] = [modes.won.intercept, modes.lost.intercept];
    putDeal(encoding, deal, put);
    const base = { ...sums };
    const mover = moverIn(encoding, deal);
    return (step, index) => {
      const offset = offsets[index] ?? Number.NaN;
      [sums.won, sums.lost] = [base.won + offset, base.lost + offset];
      putStep(encoding, mover, step, put);
      return {
        won: calibration.won.chanceAt(sums.won),
        lost: calibration.lost.chanceAt(sums.lost),
      };
    };
  };
}
