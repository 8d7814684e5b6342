import type { Grain } from "../calendar.ts";
import { conformalFactor } from "../statistics/conformal.ts";
import { grouped } from "../statistics/grouped.ts";
import { isotonic } from "../statistics/isotonic.ts";
import type { Model } from "./path.ts";
import type { Outlook } from "./period-outlook.ts";

/** One back-tested error in its outlook's own units, |actual − mean| / unit. */
export interface Score {
  readonly entityType: string;
  readonly model: Model;
  readonly period: Grain;
  readonly lead: number;
  readonly score: number;
}

/** How far from the mean a level reaches, in whole minor units. */
export type Radius = (outlook: Outlook, level: number) => number;

/** Scores of the right size that a kind of entity, or a lead, is given to start from. */
const prior = 20;

/**
 * Interval half-widths from back-tested errors: the unit of each outlook times a factor that
 * doesn't fall with the lead, times one for its grain and kind of entity (a company's error is
 * mostly trend, a team's mostly scatter), times the conformal quantile of what remains. Scores are
 * pooled over entities and apart by model; but for the growth with the lead a quarter is judged
 * by errors of quarter sums alone.
 */
export function calibrate(scores: readonly Score[]): Radius {
  const byModel = grouped(scores, ({ model }) => model);
  const models = new Map([...byModel].map(([model, members]) => [model, fitModel(members)]));
  const empty = fitModel([]);
  return (outlook, level) => outlook.unit * (models.get(outlook.model) ?? empty)(outlook, level);
}

type Factor = (outlook: Outlook, level: number) => number;

function fitModel(scores: readonly Score[]): Factor {
  const growth = growthOf(scores);
  const scaled = scores.map((s) => ({ ...s, score: s.score / growth(s.lead) }));
  const byGrain = grouped(scaled, ({ period }) => period);
  const grains = new Map([...byGrain].map(([grain, members]) => [grain, fitGrain(members)]));
  const empty = fitGrain([]);
  return (outlook, level) =>
    growth(outlook.lead) * (grains.get(outlook.period) ?? empty)(outlook, level);
}

function fitGrain(scores: readonly Score[]): Factor {
  const byKind = grouped(scores, ({ entityType }) => entityType);
  const kinds = new Map(
    [...byKind].map(([kind, members]) => [kind, size(members.map(({ score }) => score))]),
  );
  const kindOf = ({ entityType }: { entityType: string }) => kinds.get(entityType) ?? 1;
  const rest = scores.map((s) => s.score / kindOf(s));
  const memory = new Map<number, number>();
  return (outlook, level) => {
    const factor = memory.get(level) ?? conformalFactor(rest, level);
    memory.set(level, factor);
    return kindOf(outlook) * factor;
  };
}

/**
 * Typical score by lead, non-decreasing. Beyond the longest lead seen it grows with the root of the
 * lead, as the error of a wandering level does.
 */
function growthOf(scores: readonly Score[]): (lead: number) => number {
  const typical = size(scores.map((s) => s.score));
  const byLead = [...grouped(scores, (s) => s.lead)].sort(([a], [b]) => a - b);
  const sizes = byLead.map(([, members]) =>
    size(
      members.map((s) => s.score),
      typical,
    ),
  );
  const counts = byLead.map(([, members]) => members.length);
  const smooth = isotonic(sizes, counts);
  const leads = byLead.map(([lead]) => lead);
  const longest = leads.at(-1) ?? 0;
  return (lead) => {
    const seen =
      smooth[
        Math.max(
          0,
          leads.findLastIndex((known) => known <= lead),
        )
      ] ?? typical;
    return seen * Math.sqrt(Math.max(1, (lead + 1) / (longest + 1)));
  };
}

/** Root mean square, drawn towards a guess when the scores are few. */
function size(scores: readonly number[], guess = 1): number {
  const squares = scores.reduce((total, score) => total + score * score, 0);
  return Math.sqrt((squares + prior * guess * guess) / (scores.length + prior));
}
