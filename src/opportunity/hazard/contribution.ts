import { grouped } from "../../statistics/grouped.ts";
import { type HazardEncoding, moverIn, putDeal, putStep } from "./encoding.ts";
import type { Topic } from "./feature.ts";
import { chanceAfter, type Incidence } from "./incidence.ts";
import type { DealSnapshot } from "./snapshot.ts";

/** What each topic adds to the log-odds of a deal. */
export type Contributions = ReadonlyMap<Topic, number>;

export interface Weighing {
  readonly encoding: HazardEncoding;
  /** When each deal is expected to end, a row each: what changes from week to week is weighed by it. */
  readonly incidence: Incidence;
  /** Of each column its weight. */
  readonly weights: Float64Array;
}

/** Contributions of one deal: those that are its own, and those that its type has a say in. */
interface Parts {
  readonly own: Map<Topic, number>;
  readonly byType: Map<Topic, number>;
}

/**
 * The contributions of deals by topic. What differs by type is split as an analysis of variance
 * does: its mean over the deals of a type is the type's, so that a type says the same of all its
 * deals, and what is left is the stage's or the close date's.
 */
export function contributionsOf(
  deals: readonly DealSnapshot[],
  weighing: Weighing,
): Contributions[] {
  const told = deals.map((deal, row) => ({
    type: deal.deal_type,
    ...partsOf(deal, row, weighing),
  }));
  const members = grouped(told, ({ type }) => type);
  const means = new Map(
    [...members].map(([type, parts]) => [type, meansOf(parts.map(({ byType }) => byType))]),
  );
  return told.map(({ type, own, byType }) => {
    const mean = means.get(type) ?? new Map<Topic, number>();
    const sums = new Map(own);
    for (const [topic, value] of mean) {
      add(sums, topic, (byType.get(topic) ?? 0) - value);
      add(sums, "type", value);
    }
    return sums;
  });
}

/** The mean of each topic over some deals; a topic that a deal doesn't have adds nothing to it. */
export function meansOf(told: readonly Contributions[]): Map<Topic, number> {
  const topics = [...new Set(told.flatMap((sums) => [...sums.keys()]))].sort();
  const mean = (topic: Topic) =>
    told.reduce((total, sums) => total + (sums.get(topic) ?? 0), 0) / told.length;
  return new Map(topics.map((topic) => [topic, mean(topic)]));
}

function partsOf(deal: DealSnapshot, row: number, weighing: Weighing): Parts {
  const { encoding, incidence, weights } = weighing;
  const parts: Parts = { own: new Map(), byType: new Map() };
  const adding = (share: number) => (column: number, value: number) => {
    const topic = encoding.topics[column];
    if (value === 0 || topic === null || topic === undefined) return;
    const sums = encoding.areByType[column] ? parts.byType : parts.own;
    add(sums, topic, share * value * (weights[column] ?? Number.NaN));
  };
  putDeal(encoding, deal, adding(1));
  const mover = moverIn(encoding, deal);
  for (const { step, share } of endingSteps(incidence, row)) {
    putStep(encoding, mover, step, adding(share));
  }
  return parts;
}

/** A step that fewer of a deal's ends fall in says nothing of it. */
const leastShare = 0.005;

/** The steps in which a deal is expected to end, with the share of its ends in each. */
function endingSteps({ steps, won, lost }: Incidence, row: number) {
  const width = steps.length;
  const ended = (k: number) =>
    chanceAfter(won, { row, width, steps: k }) + chanceAfter(lost, { row, width, steps: k });
  const total = ended(width);
  const shares = steps.map((step, k) => ({ step, share: (ended(k + 1) - ended(k)) / total }));
  return shares.filter(({ share }) => share >= leastShare);
}

const add = (sums: Map<Topic, number>, topic: Topic, value: number) =>
  sums.set(topic, (sums.get(topic) ?? 0) + value);
