import { type Ranking, runsOf } from "./ranking.ts";

/**
 * Area under the ROC curve: the chance that a won one scores above a lost one, ties counting half
 * (Mann & Whitney 1947; Hanley & McNeil 1982, The meaning and use of the area under a ROC curve).
 *
 * @returns NaN where all have one outcome
 */
export function auc(ranking: Ranking, weights?: ArrayLike<number>): number {
  let [won, lost, pairs] = [0, 0, 0];
  for (const run of runsOf(ranking, weights)) {
    pairs += run.lost * (won + run.won / 2);
    won += run.won;
    lost += run.lost;
  }
  return pairs / (won * lost);
}
