import { hashOf, uniformStream } from "../../statistics/random.ts";
import { lognormalDraw, poissonDraw } from "../../statistics/variates.ts";

/** Open deals with their chances, a column each: there may be many, at many cutoffs. */
export interface ChancedDeals {
  /** Of its id: what its random numbers begin from. */
  readonly hashes: Uint32Array;
  readonly cells: Int32Array;
  /** What each brings if it is won, minor units. */
  readonly worth: Float64Array;
  /** Deal by deal, by the end of each month ahead: never falling, at most 1. */
  readonly wonBy: Float32Array;
}

/** Deals not yet created that are won in a month ahead. */
export interface NewWins {
  readonly cell: number;
  readonly month: number;
  /** How many are expected, and what each brings: its mean in minor units and its mean square. */
  readonly wins: number;
  readonly mean: number;
  readonly square: number;
}

export interface DrawOptions {
  readonly deals: ChancedDeals;
  readonly arrivals: readonly NewWins[];
  readonly months: number;
  /** Of each cell the entities that it counts for. */
  readonly entitiesOf: (cell: number) => readonly number[];
  readonly countEntities: number;
  readonly count: number;
}

/** What is booked in each draw: entity by entity, in it month by month, in it draw by draw. */
export interface Draws {
  readonly months: number;
  readonly count: number;
  readonly cents: Float64Array;
}

/**
 * Draws what open deals and deals not yet created bring in the months ahead, for every entity from
 * the same draws, so that a team's are the sums of its reps'. Each deal, and each cell's new deals
 * of a month, has random numbers of its own: one that changes changes no other's (common random
 * numbers, Glasserman & Yao 1992).
 */
export function drawBookings(options: DrawOptions): Draws {
  const { deals, arrivals, months, entitiesOf, countEntities, count } = options;
  const cents = new Float64Array(countEntities * months * count);
  const add = (cell: number, month: number, draw: number, amount: number) => {
    for (const entity of entitiesOf(cell)) {
      const at = (entity * months + month) * count + draw;
      // whole, so that sums are the same in any order
      cents[at] = (cents[at] ?? Number.NaN) + Math.round(amount);
    }
  };
  for (const [row, hash] of deals.hashes.entries()) {
    const uniform = uniformStream(hash);
    const wonBy = deals.wonBy.subarray(row * months, (row + 1) * months);
    for (let draw = 0; draw < count; draw++) {
      const month = monthOf(wonBy, uniform());
      const [cell, worth] = [deals.cells[row], deals.worth[row]];
      if (month < months && cell !== undefined && worth !== undefined)
        add(cell, month, draw, worth);
    }
  }
  for (const { cell, month, wins, mean, square } of arrivals) {
    const uniform = uniformStream(hashOf(`new ${cell} ${month}`));
    for (let draw = 0; draw < count; draw++) {
      const won = poissonDraw(wins, uniform());
      if (won > 0) add(cell, month, draw, amountOf(won, { mean, square }, uniform));
    }
  }
  return { months, count, cents };
}

/** The first month by whose end the chance reaches a uniform number; beyond the last, none. */
function monthOf(wonBy: ArrayLike<number>, uniform: number): number {
  let month = 0;
  while (month < wonBy.length && (wonBy[month] ?? Number.NaN) <= uniform) month++;
  return month;
}

/** The sum of so many amounts: lognormal, with their mean and variance. */
function amountOf(
  won: number,
  { mean, square }: Pick<NewWins, "mean" | "square">,
  uniform: () => number,
): number {
  const variance = square - mean * mean;
  if (variance <= 0 || mean <= 0) return won * mean;
  return lognormalDraw({ mean: won * mean, variance: won * variance }, uniform());
}
