import { type Ranking, runsOf } from "./ranking.ts";

/**
 * Average precision: Σ (recallₖ − recallₖ₋₁) · precisionₖ over the distinct scores, highest first,
 * without interpolation (as scikit-learn's `average_precision_score`).
 *
 * @returns NaN where none won
 */
export function averagePrecision(ranking: Ranking, weights?: ArrayLike<number>): number {
  let [won, all, area] = [0, 0, 0];
  for (const run of runsOf(ranking, weights)) {
    won += run.won;
    all += run.won + run.lost;
    if (run.won > 0) area += (run.won * won) / all;
  }
  return area / won;
}
