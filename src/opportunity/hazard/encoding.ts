import { placeAmong, putNumber } from "../win/encoding.ts";
import { levelFeatures, numberFeatures, type Topic } from "./feature.ts";
import { type Mover, type MoverLevels, type MovingPart, moverOf } from "./moving.ts";
import { movingParts } from "./moving-parts.ts";
import type { DealSnapshot } from "./snapshot.ts";
import type { Step } from "./step.ts";
import { placeOf, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** Which column of the design stands for what. */
export interface HazardEncoding {
  readonly vocabularies: readonly Vocabulary[];
  readonly levels: MoverLevels;
  /** First columns of the numbers, the levels and the moving parts, each in their order. */
  readonly numberStarts: readonly number[];
  readonly levelStarts: readonly number[];
  readonly moving: readonly (MovingPart & { readonly start: number })[];
  readonly width: number;
  /** Of each column what it is about, and whether it is so of one type of deals. */
  readonly topics: readonly (Topic | null)[];
  readonly areByType: readonly boolean[];
}

type Put = (column: number, value: number) => void;

/** Learns from some deals which levels there are; knots are the same for all companies. */
export function learnHazardEncoding(deals: readonly DealSnapshot[]): HazardEncoding {
  const topics: (Topic | null)[] = [];
  const areByType: boolean[] = [];
  const take = (topic: Topic | null, width: number, isByType = false): number => {
    const start = topics.length;
    for (let k = 0; k < width; k++) {
      topics.push(topic);
      areByType.push(isByType);
    }
    return start;
  };
  const vocabularies = levelFeatures.map(({ levelOf }) => vocabularyOf(deals.map(levelOf)));
  const levels = moverLevels(vocabularies);
  const numberStarts = numberFeatures.map(({ topic, knots }) => take(topic, knots.length + 2));
  const levelStarts = levelFeatures.map(({ topic }, k) =>
    take(topic, vocabularies[k]?.size ?? Number.NaN),
  );
  const moving = movingParts(levels).map((part) => ({
    ...part,
    start: take(part.topic, part.levels * part.knots.length, part.isByType),
  }));
  return {
    vocabularies,
    levels,
    numberStarts,
    levelStarts,
    moving,
    width: topics.length,
    topics,
    areByType,
  };
}

function moverLevels(vocabularies: readonly Vocabulary[]): MoverLevels {
  const of = (topic: Topic): Vocabulary =>
    vocabularies[levelFeatures.findIndex((feature) => feature.topic === topic)] ?? vocabularyOf([]);
  return { stage: of("stage"), type: of("type") };
}

/** Puts the columns of what doesn't change after the cutoff. */
export function putDeal(encoding: HazardEncoding, deal: DealSnapshot, put: Put): void {
  for (const [k, { knots, numberOf }] of numberFeatures.entries()) {
    const start = encoding.numberStarts[k] ?? Number.NaN;
    putNumber({ start, knots }, numberOf(deal) ?? Number.NaN, put);
  }
  for (const [k, { levelOf, isUndated }] of levelFeatures.entries()) {
    const vocabulary = encoding.vocabularies[k];
    const level = levelOf(deal);
    if (vocabulary === undefined || (level === null && isUndated)) continue;
    put((encoding.levelStarts[k] ?? Number.NaN) + placeOf(vocabulary, level), 1);
  }
}

/**
 * What changes from week to week is held a hundredth as much as what doesn't: early stages are
 * hardly ever won within a week, which a prior around no effect would make too likely.
 */
const movingScale = 10;

/** Puts the columns of a week. */
export function putStep(encoding: HazardEncoding, mover: Mover, step: Step, put: Put): void {
  for (const { start, knots, levelAt, valueAt } of encoding.moving) {
    const level = levelAt(mover, step);
    if (level < 0) continue;
    const place = placeAmong(knots, valueAt(mover, step));
    const left = Math.floor(place);
    const base = start + level * knots.length + left;
    put(base, movingScale * (1 - (place - left)));
    if (place > left) put(base + 1, movingScale * (place - left));
  }
}

export const moverIn = (encoding: HazardEncoding, deal: DealSnapshot): Mover =>
  moverOf(deal, encoding.levels);

/** The offset of a week: hazards grow with the working days that it has. */
export const offsetOf = ({ exposure }: Step): number => Math.log(exposure / 5);
