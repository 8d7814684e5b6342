import { addMonths, daysBetween } from "../../calendar.ts";
import type { Company } from "../base.ts";
import { aheadOf, type CellMonths, placesOf, rounding, sumsOf } from "../cell-months.ts";
import type { Cutoff } from "../cutoff.ts";
import type { Model, MonthsAhead } from "../months-ahead.ts";
import type { Timeline, TimelinePeriod } from "../timeline.ts";
import type { Weight } from "./weight.ts";

/** What open deals and deals not yet created are expected to bring, in minor units. */
export interface PipelineMonths {
  /** How many months it reaches: the rest of the cutoff's own, then whole ones. */
  readonly months: number;
  /** Cell by cell, month by month. */
  readonly byCell: Float64Array;
  /** What it may bring instead, by entity. */
  readonly draws: PipelineDraws;
}

/** Draws of what the pipeline brings: entity by entity, in it month by month, in it draw by draw. */
export interface PipelineDraws {
  readonly months: number;
  readonly count: number;
  /** Whole minor units. */
  readonly cents: Float64Array;
}

/** The pipeline's share in a month ahead of a cutoff; the series has the rest. */
export type PipelineShare = (cutoff: Cutoff, lead: number) => number;

/** Nothing beyond the pipeline's reach. */
export const pipelineShare =
  (line: Timeline, weight: Weight, months: number): PipelineShare =>
  (cutoff, lead) =>
    lead < months ? weight(elapsedAt(line, cutoff, lead)) : 0;

/**
 * The months ahead by the pipeline alone, and by pipeline and series together; beyond the
 * pipeline's reach both are the series'. All levels are sums of the same cells in whole cents.
 */
export function combinedMonths(
  company: Company,
  series: MonthsAhead & CellMonths,
  { pipeline, share }: { readonly pipeline: PipelineMonths; readonly share: PipelineShare },
): { readonly pipeline: MonthsAhead; readonly combined: MonthsAhead & CellMonths } {
  const { cutoff, toPoint } = series;
  const cells = cellsOf(series, pipeline);
  const round = rounding(company, cells, cutoff);
  const sums = placesOf(company.hierarchy, cells);
  const mixed = mixedIn(series, pipeline);
  const made = (model: Model, shareAt: PipelineShare) => {
    const steps = series.steps.map((_, lead) =>
      round(Float64Array.from(cells, mixed(lead, shareAt(cutoff, lead)))),
    );
    // who holds deals before they were hired, or a segment before it sold, is there all the same
    const models = series.models.map((known, entity) =>
      known === null && sums[entity]?.length === 0 ? null : model,
    );
    return { cutoff, toPoint, models, ahead: sumsOf(sums, steps), cells, steps };
  };
  const whole = pipelineShare(company.line, () => 1, pipeline.months);
  return { pipeline: made("pipeline", whole), combined: made("combined", share) };
}

/** What is to come of a cell in a month ahead, of which the pipeline's forecast has a share. */
function mixedIn(series: CellMonths, { months, byCell }: PipelineMonths) {
  const expected = aheadOf(series);
  return (lead: number, share: number) =>
    (cell: number): number => {
      // beyond the pipeline's reach it says nothing
      if (share === 0) return expected(cell, lead);
      const brought = byCell[cell * months + lead] ?? Number.NaN;
      return share * brought + (1 - share) * expected(cell, lead);
    };
}

/** The share of a month's quarter that is over at a cutoff; negative before the quarter begins. */
function elapsedAt(line: Timeline, cutoff: Cutoff, lead: number): number {
  const month = cutoff.origin + lead;
  const quarter = line.periods.find(
    ({ period, first, last }) => period === "quarter" && first <= month && month <= last,
  );
  if (!quarter) throw new RangeError(`missing quarter of month: ${month}`);
  return shareElapsed(quarter, cutoff);
}

/** The share of a quarter that is over at the end of a cutoff's day. */
export function shareElapsed({ periodStart }: TimelinePeriod, { date }: Cutoff): number {
  const days = daysBetween(periodStart, addMonths(periodStart, 3));
  return (daysBetween(periodStart, date) + 1) / days;
}

function cellsOf({ cells }: CellMonths, { months, byCell }: PipelineMonths): number[] {
  const known = new Set(cells);
  for (let cell = 0; cell * months < byCell.length; cell++) {
    const own = byCell.subarray(cell * months, (cell + 1) * months);
    if (own.some((value) => value !== 0)) known.add(cell);
  }
  return [...known].sort((a, b) => a - b);
}
