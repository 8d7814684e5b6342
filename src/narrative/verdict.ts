import { scoreOf } from "../statistics/score.ts";

/** Whether a change went the way a company wants; `same` when it is about the same. */
export type Verdict = "better" | "worse" | "same";

/** How many cases each of two shares is of. */
export interface Cases {
  readonly now: number;
  readonly before: number;
}

/** The score beyond which one share in twenty lies that differs by chance alone. */
const leastScore = 1.959964;

/**
 * Judges a KPI's change: less than 3 % of what it was is about the same. A share of counted cases
 * has to be further from what it was than chance alone takes it in nineteen of twenty cases, by the
 * score test of two shares.
 *
 * @param cases null where the KPI isn't such a share
 */
export function judge(
  value: number,
  before: number,
  better: "up" | "down",
  cases: Cases | null,
): Verdict {
  const isChance = cases !== null && Math.abs(scoreOfShares(value, before, cases)) < leastScore;
  return isChance ? "same" : judgeChange(value, before, better);
}

const scoreOfShares = (value: number, before: number, cases: Cases) =>
  scoreOf(
    { successes: value * cases.now, trials: cases.now },
    { successes: before * cases.before, trials: cases.before },
  );

/** What differs by less, as a share of what was before, is noise: about the same. */
const leastChange = 0.03;

function judgeChange(value: number, before: number, better: "up" | "down"): Verdict {
  const isNoise = Math.abs(value - before) < leastChange * Math.abs(before);
  if (value === before || isNoise) return "same";
  return value > before === (better === "up") ? "better" : "worse";
}
