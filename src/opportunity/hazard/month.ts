import { addDays, type PlainDate, periodOf } from "../../calendar.ts";
import { epochDay } from "../epoch.ts";
import { chanceAfter, type Incidence, stepsBy } from "./incidence.ts";

/** Months that the pipeline is looked at for: the rest of the cutoff's own and a year. */
export const pipelineMonths = 13;

/** The last days of the months ahead of a cutoff, as epoch days. */
export function monthEnds(cutoff: PlainDate): number[] {
  const calendar = { startMonth: 1 };
  let month = periodOf(cutoff, "month", calendar);
  return Array.from({ length: pipelineMonths }, () => {
    const end = month.periodEnd;
    month = periodOf(addDays(end, 1), "month", calendar);
    return epochDay(end);
  });
}

/** What becomes of deals after a cutoff, and what each brings if it is won. */
export interface Prospects {
  readonly cutoff: PlainDate;
  readonly incidence: Incidence;
  /** Minor units; NaN where nothing tells. */
  readonly worth: Float64Array;
}

/** A deal's chance to be won by the end of each of the months ahead. */
export function wonByMonth({ cutoff, incidence }: Prospects): (row: number) => number[] {
  const counts = monthEnds(cutoff).map((end) => stepsBy(incidence.steps, end));
  const width = incidence.steps.length;
  return (row) => counts.map((steps) => chanceAfter(incidence.won, { row, width, steps }));
}

/**
 * What a deal is expected to bring in each of the months ahead, minor units; nothing where no deal
 * was ever won that tells what one without an amount brings.
 */
export function broughtByMonth(prospects: Prospects): (row: number) => number[] {
  const wonBy = wonByMonth(prospects);
  return (row) => broughtBy(wonBy(row), prospects.worth[row] ?? Number.NaN);
}

/** What a deal that is won by the end of months at some chances brings in each of them. */
export function broughtBy(chances: readonly number[], worth: number): number[] {
  if (Number.isNaN(worth)) return chances.map(() => 0);
  return chances.map((chance, month) => (chance - (chances[month - 1] ?? 0)) * worth);
}
