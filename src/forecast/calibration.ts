import { conformalScale } from "../statistics/conformal.ts";
import { grouped } from "../statistics/grouped.ts";
import { memoised } from "../statistics/memoised.ts";
import type { Entity } from "./hierarchy.ts";
import type { Outlook } from "./outlook.ts";

/** One back-tested error in its outlook's own deviations, on the side where it fell. */
export interface OutlookScore {
  readonly entityType: Entity["entityType"];
  readonly pool: string;
  /** Of its outlook. */
  readonly place: number;
  readonly score: number;
}

/** How many of its deviations an outlook's interval reaches, and on how many scores that rests. */
export interface RangeCalibration {
  readonly factor: (outlook: Outlook, level: number) => number;
  /** The level of an interval that reaches so many of its deviations: the inverse of `factor`. */
  readonly level: (outlook: Outlook, deviations: number) => number;
  readonly count: (outlook: Outlook) => number;
}

/** Scores of the right size that a kind of entity is given to start from. */
const prior = 20;

/** Beyond ten deviations the months before were no guide at all; how much more says nothing. */
const largestScore = 10;

/** Periods from this many ahead on are judged together. */
const farthest = 12;

/** What is judged together: sums of one grain, about as far ahead, of totals or of reps. */
function poolOf({ entityType }: Entity, { period, horizon }: Outlook): string {
  const size = entityType === "rep" ? "rep" : "total";
  return `${size} ${period} ${Math.min(horizon, farthest)}`;
}

/** @returns undefined where the forecast knew of no spread at all */
export function outlookScore(
  outlook: Outlook,
  entity: Entity,
  actual: number,
): OutlookScore | undefined {
  const { mean, spread } = outlook;
  const unit = actual < mean ? spread.below : spread.above;
  if (!(unit > 0)) return undefined;
  const score = Math.min(largestScore, Math.abs(actual - mean) / unit);
  return {
    entityType: entity.entityType,
    pool: poolOf(entity, outlook),
    place: outlook.place,
    score,
  };
}

/**
 * Split conformal calibration on past cutoffs (Lei et al. 2018): scores over the typical size of
 * their kind of entity (a company's error is mostly trend, a team's mostly scatter) and of their
 * month of the quarter (the last brings most), pooled over these, apart by grain and distance and
 * for reps. Below 40 scores it is Student-t.
 */
export function calibrateRanges(
  scores: readonly OutlookScore[],
  entities: readonly Entity[],
): RangeCalibration {
  const pools = new Map(
    [...grouped(scores, ({ pool }) => pool)].flatMap(([pool, members]) =>
      // that nothing came where nothing was expected tells of no size
      members.some(({ score }) => score > 0) ? [[pool, fitPool(members)] as const] : [],
    ),
  );
  const empty = fitPool([]);
  const of = (outlook: Outlook) => {
    const entity = entities[outlook.entity];
    if (!entity) throw new RangeError(`unknown entity: ${outlook.entity}`);
    return { entity, fitted: pools.get(poolOf(entity, outlook)) ?? empty };
  };
  return {
    factor: (outlook, level) => {
      const { entity, fitted } = of(outlook);
      return fitted.sizeOf(entity.entityType, outlook.place) * fitted.factor(level);
    },
    level: (outlook, deviations) => {
      const { entity, fitted } = of(outlook);
      return fitted.level(deviations / fitted.sizeOf(entity.entityType, outlook.place));
    },
    count: (outlook) => of(outlook).fitted.count,
  };
}

function fitPool(scores: readonly OutlookScore[]) {
  const kindSize = sizes(scores, ({ entityType }) => entityType);
  const even = scores.map((one) => ({ ...one, score: one.score / kindSize(one.entityType) }));
  const placeSize = sizes(even, ({ place }) => place);
  const rest = even.map(({ place, score }) => score / placeSize(place));
  const { factor, level } = conformalScale(rest);
  const sizeOf = (kind: OutlookScore["entityType"], place: number) =>
    kindSize(kind) * placeSize(place);
  // levels asked for are few, and their factors asked for often
  return { count: scores.length, sizeOf, level, factor: memoised(factor) };
}

/** The typical size of scores of a sort; 1 for a sort without any. */
function sizes<Sort>(scores: readonly OutlookScore[], sortOf: (score: OutlookScore) => Sort) {
  const known = new Map(
    [...grouped(scores, sortOf)].map(([sort, own]) => [sort, typicalSize(own)] as const),
  );
  return (sort: Sort): number => known.get(sort) ?? 1;
}

/** Root mean square, drawn towards 1 when the scores are few. */
function typicalSize(scores: readonly OutlookScore[]): number {
  const squares = scores.reduce((total, { score }) => total + score * score, 0);
  return Math.sqrt((squares + prior) / (scores.length + prior));
}
