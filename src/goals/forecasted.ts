import { normalProbability, normalQuantile } from "../statistics/normal.ts";
import type { Goal } from "./goal.ts";
import type { Outlook } from "./outlook.ts";

/** What a forecast has still to come until a goal is due, in the goal's unit. */
export interface Rest {
  readonly mean: number;
  /** Its ranges by their coverage, such as 0.8, narrowest first. */
  readonly ranges: readonly {
    readonly coverage: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  /** The chance that the forecast itself states of one amount or more; null where it states none. */
  readonly stated: { readonly amount: number; readonly chance: number } | null;
}

/** Amounts of bookings are whole minor units; shares of a plan are off by rounding. */
const equal = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/**
 * The chance of reaching a goal by a forecast that gives a mean and ranges: the one that it states
 * itself where it asks for the same, so that both pages say the same. Else between two bounds the
 * score of a normal runs in a straight line, beyond the outermost as between the outer two.
 *
 * @param known what has added up already
 */
export function forecastOutlook(goal: Goal, known: number, rest: Rest): Outlook | null {
  const { mean, ranges, stated } = rest;
  const shown = ranges.find(({ coverage }) => coverage === 0.8);
  if (!shown) return null;
  const missing = goal.target - known;
  const below =
    stated && equal(missing, stated.amount)
      ? 1 - stated.chance
      : normalProbability(scoreAt(boundsOf(ranges), missing));
  return {
    chance: goal.better === "up" ? 1 - below : below,
    expected: known + mean,
    lower: known + shown.lower,
    upper: known + shown.upper,
    n: null,
  };
}

/** A bound and the normal score of the probability to stay below it. */
interface Bound {
  readonly value: number;
  readonly score: number;
}

const boundsOf = (ranges: Rest["ranges"]): Bound[] =>
  ranges
    .flatMap(({ coverage, lower, upper }) => [
      { value: lower, score: normalQuantile((1 - coverage) / 2) },
      { value: upper, score: normalQuantile((1 + coverage) / 2) },
    ])
    .sort((a, b) => a.score - b.score);

function scoreAt(bounds: readonly Bound[], sought: number): number {
  const found = bounds.findIndex(({ value }) => value >= sought);
  const upper = found === -1 ? bounds.length - 1 : Math.max(1, found);
  const [from, to] = [bounds[upper - 1], bounds[upper]];
  if (!from || !to) return Number.NaN;
  if (to.value > from.value) {
    return from.score + ((sought - from.value) / (to.value - from.value)) * (to.score - from.score);
  }
  // several bounds in one place: what can't fall lower, or can't rise higher
  if (sought === to.value) return from.score;
  return sought < to.value ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
