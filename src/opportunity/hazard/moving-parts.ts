import type { Topic } from "./feature.ts";
import type { Mover, MoverLevels, MovingPart } from "./moving.ts";
import type { Step } from "./step.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The first place of a quarter's last two weeks. */
const quarterEnd = 10;

const weeksOf = (_: Mover, step: Step) => step.weeks;
/** Days from the typed close date to the middle of the week. */
const afterClose = ({ daysToClose }: Mover, step: Step) => step.weeks * 7 - daysToClose;
const isAhead = ({ daysToClose }: Mover) => daysToClose > 0;

/** The parts of a model whose deals have these stages and types. */
export const movingParts = ({ stage, type }: MoverLevels): readonly MovingPart[] => [
  ...calendarParts,
  ...stageParts(stage),
  ...closeDateParts(type),
  {
    topic: "type",
    levels: type.size,
    knots: [0, 2, 5, 10, 20, 40],
    levelAt: (mover) => mover.type,
    valueAt: weeksOf,
  },
  {
    // what a stage means for a type: mostly takes over the stage's own part
    topic: "stage",
    isByType: true,
    levels: type.size * stage.size,
    knots: [0],
    levelAt: (mover) => mover.type * stage.size + mover.stage,
    valueAt: () => 0,
  },
  ...fadingParts,
];

const calendarParts: readonly MovingPart[] = [
  {
    topic: null,
    levels: 1,
    knots: [0.5, 1.5, 3, 5, 8, 12, 18, 26, 39, 52],
    levelAt: () => 0,
    valueAt: weeksOf,
  },
  // the last weeks of a quarter crowd, those of the year most
  { topic: null, levels: 12, knots: [0], levelAt: (_, step) => step.place, valueAt: () => 0 },
  { topic: null, levels: 4, knots: [0], levelAt: (_, step) => step.yearEnd, valueAt: () => 0 },
];

const stageParts = (stage: Vocabulary): MovingPart[] => [
  {
    topic: "stage",
    levels: stage.size,
    knots: [0, 2, 5, 10, 20, 40],
    levelAt: (mover) => mover.stage,
    valueAt: weeksOf,
  },
  {
    // of deals in an early stage a quarter's end hardly draws any
    topic: "stage",
    levels: stage.size,
    knots: [0, 4, 9, 13],
    levelAt: (mover, step) => (step.place >= quarterEnd ? mover.stage : -1),
    valueAt: weeksOf,
  },
];

const closeDateParts = (type: Vocabulary): MovingPart[] => [
  {
    topic: "close_date",
    levels: 1,
    knots: [-120, -60, -30, -14, -4, 4, 14, 30, 60, 120],
    levelAt: (mover) => (isAhead(mover) ? 0 : -1),
    valueAt: afterClose,
  },
  {
    // overdue, or without a close date
    topic: "close_date",
    levels: 2,
    knots: [0, 2, 5, 10, 20, 40],
    levelAt: (mover) => (isAhead(mover) ? -1 : mover.daysToClose <= 0 ? 0 : 1),
    valueAt: weeksOf,
  },
  {
    topic: "close_date",
    isByType: true,
    levels: type.size,
    knots: [-60, -30, -10, 0, 10, 30, 60],
    // renewals end around their date, early or late by what becomes of them
    levelAt: (mover) => (Number.isNaN(mover.daysToClose) ? -1 : mover.type),
    valueAt: afterClose,
  },
];

/** What activity and age tell wears off like a stage, from one of four levels each. */
const fadingParts: readonly MovingPart[] = [
  fading("activity", ({ idle }) => (Number.isNaN(idle) ? 3 : idle <= 14 ? 0 : idle <= 45 ? 1 : 2)),
  fading("age", ({ age }) => (age <= 30 ? 0 : age <= 90 ? 1 : age <= 180 ? 2 : 3)),
];

function fading(topic: Topic, levelAt: (mover: Mover) => number): MovingPart {
  return { topic, levels: 4, knots: [0, 4, 13, 39], levelAt, valueAt: weeksOf };
}
