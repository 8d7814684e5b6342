import { scoreOf } from "../statistics/score.ts";
import { judgeChange } from "./verdict.ts";

/** How many cases each of two shares is of. */
export interface Cases {
  readonly now: number;
  readonly before: number;
}

/** The score beyond which one share in twenty lies that differs by chance alone. */
const leastScore = 1.959964;

/**
 * Whether a KPI went the way a company wants. A share of counted cases has to be further from what
 * it was than chance alone takes it in nineteen of twenty cases, by the score test of two shares.
 *
 * @param cases null where the KPI isn't such a share
 */
export function judge(
  value: number,
  before: number,
  better: "up" | "down",
  cases: Cases | null,
): ReturnType<typeof judgeChange> {
  const isChance = cases !== null && Math.abs(scoreOfShares(value, before, cases)) < leastScore;
  return isChance ? "same" : judgeChange(value, before, better);
}

const scoreOfShares = (value: number, before: number, cases: Cases) =>
  scoreOf(
    { successes: value * cases.now, trials: cases.now },
    { successes: before * cases.before, trials: cases.before },
  );
