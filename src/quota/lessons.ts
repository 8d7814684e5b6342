import { scoreOf } from "./production.ts";
import { productionOf, type Uncertainty } from "./sales-year.ts";

/** Squares of what reps missed their means by, in standard deviations, and how many. */
export interface Learned {
  readonly squares: number;
  readonly count: number;
  /** Of the logarithm of what all reps together booked over what was expected. */
  readonly commonSquares: number;
  readonly periods: number;
}

/** Before anything was seen: variances half as large again as said, and a tenth for all together. */
const prior = { scale: 1.5, reps: 20, common: 0.1, periods: 2 } as const;
export const nothingLearned: Learned = { squares: 0, count: 0, commonSquares: 0, periods: 0 };

/** How sure to be of reps given what past periods taught. */
export function uncertaintyOf(learned: Learned, dispersion: number): Uncertainty {
  return {
    dispersion,
    scale: (prior.scale * prior.reps + learned.squares) / (prior.reps + learned.count),
    common: Math.sqrt(
      (prior.common ** 2 * prior.periods + learned.commonSquares) /
        (prior.periods + learned.periods),
    ),
  };
}

/** Several lessons as one. */
export const added = (lessons: readonly Learned[]): Learned => ({
  squares: sum(lessons.map(({ squares }) => squares)),
  count: sum(lessons.map(({ count }) => count)),
  commonSquares: sum(lessons.map(({ commonSquares }) => commonSquares)),
  periods: sum(lessons.map(({ periods }) => periods)),
});

/** One rep who fell to nothing says no more than this. */
const mostScore = 4;

/** What was expected of a rep in a period, and what came; minor units. */
export interface Landed {
  readonly mean: number;
  /** Of the rep's own ratio, over its square. */
  readonly ratioVariance: number;
  readonly actual: number;
}

/** How far reps landed from their means once what moved all of them is taken out. */
export function lessonOf(reps: readonly Landed[], dispersion: number): Learned {
  const together = sum(reps.map(({ actual }) => actual)) / sum(reps.map(({ mean }) => mean));
  if (!(together > 0)) return nothingLearned;
  const exact = { dispersion, scale: 1, common: 0 };
  const scores = reps
    .map(({ mean, ratioVariance, actual }) =>
      scoreOf(productionOf(mean * together, ratioVariance, exact), actual),
    )
    .filter(Number.isFinite);
  return {
    squares: sum(scores.map((score) => Math.min(score, mostScore) ** 2)),
    count: scores.length,
    commonSquares: Math.log(together) ** 2,
    periods: 1,
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
