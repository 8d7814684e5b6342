import type { Topic } from "./feature.ts";
import type { DealSnapshot } from "./snapshot.ts";
import type { Step } from "./step.ts";
import { placeOf, type Vocabulary } from "./vocabulary.ts";

/** What of a deal decides how its chances move from week to week. */
export interface Mover {
  readonly stage: number;
  readonly type: number;
  /** From the cutoff to the typed close date; NaN where none is told. */
  readonly daysToClose: number;
  /** Days since the last activity; NaN where none is told. */
  readonly idle: number;
  /** Days. */
  readonly age: number;
}

/** Which levels the stage and the type of a deal may have. */
export interface MoverLevels {
  readonly stage: Vocabulary;
  readonly type: Vocabulary;
}

export const moverOf = (deal: DealSnapshot, { stage, type }: MoverLevels): Mover => ({
  stage: placeOf(stage, deal.stage),
  type: placeOf(type, deal.deal_type),
  daysToClose: deal.days_to_close ?? Number.NaN,
  idle: deal.idle_days ?? Number.NaN,
  age: deal.age_days ?? Number.NaN,
});

/**
 * A part of the design that changes with the week: of each level a linear spline over fixed knots,
 * of one knot a constant. Frozen features are right only with these: how much a stage tells wears
 * off with the weeks since (van Houwelingen & Putter 2012, ch. 7, landmark supermodels).
 */
export interface MovingPart {
  /** Null where it is of all deals alike, so no reason for one. */
  readonly topic: Topic | null;
  /** Whether it differs by the type of a deal: what it is for all deals of a type the type tells. */
  readonly isByType?: boolean;
  readonly levels: number;
  readonly knots: readonly number[];
  /** −1 where the part has nothing to say. */
  readonly levelAt: (mover: Mover, step: Step) => number;
  readonly valueAt: (mover: Mover, step: Step) => number;
}
