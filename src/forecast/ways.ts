import type { PlainDate } from "../calendar.ts";
import type { Company } from "./base.ts";
import type { CellMonths } from "./cell-months.ts";
import {
  combinedMonths,
  type PipelineMonths,
  type PipelineShare,
  pipelineShare,
} from "./combined/months.ts";
import { type Both, knownPairs } from "./combined/pairs.ts";
import { simulatedSpread } from "./combined/simulated.ts";
import { fitWeight } from "./combined/weight.ts";
import type { Cutoff } from "./cutoff.ts";
import type { Cell, Hierarchy } from "./hierarchy.ts";
import { type MonthsAhead, withoutCells } from "./months-ahead.ts";
import { commonError } from "./past-errors.ts";
import { type CutoffForecast, errorsOf, ranged, remember, type Track, trackOf } from "./track.ts";

/** What deals are expected to bring, as known at cutoffs. */
export interface Pipeline {
  /** Who has deals, or may have, in which segments. */
  readonly cells: readonly Cell[];
  /** Undefined at cutoffs of which it isn't known which deals were open. */
  readonly at: (cutoff: PlainDate, hierarchy: Hierarchy) => PipelineMonths | undefined;
}

/** What was forecast at a cutoff. */
export interface CutoffForecasts {
  readonly cutoff: Cutoff;
  /** One of the past weeks: back-tests take the cutoffs of months alone. */
  readonly isWeekly: boolean;
  /** Pipeline and series together or, where no deals are known, the series alone. */
  readonly published: CutoffForecast;
  /** The two by themselves, where there are both. */
  readonly parts: { readonly series: CutoffForecast; readonly pipeline: CutoffForecast } | null;
  readonly cells: CellForecast;
}

/** What was forecast at a cutoff by rep and segment. */
export interface CellForecast {
  readonly cutoff: Cutoff;
  readonly published: CellMonths;
  readonly series: CellMonths;
  readonly share: PipelineShare;
}

/** What was said so far. */
interface Said {
  readonly published: Track;
  readonly series: Track;
  readonly pipeline: Track;
  /** Where there were both. */
  readonly both: Both[];
}

/** The ways of forecasting, each with what it said before. */
export function waysOf(company: Company, dealsAt: Pipeline["at"]) {
  const said: Said = {
    published: trackOf(company),
    series: trackOf(company),
    pipeline: trackOf(company),
    both: [],
  };
  return {
    forecast: (series: MonthsAhead & CellMonths, isWeekly: boolean): CutoffForecasts => {
      const { cutoff } = series;
      const deals = dealsAt(cutoff.date, company.hierarchy);
      const made = deals ? byBoth(said, series, deals) : bySeries(said, series);
      return { cutoff, isWeekly, ...made };
    },
    remember: (forecasts: CutoffForecasts) => rememberAll(said, forecasts),
  };
}

type Made = Omit<CutoffForecasts, "cutoff" | "isWeekly">;

function bySeries({ published }: Said, series: MonthsAhead & CellMonths): Made {
  const cells = { cutoff: series.cutoff, published: series, series, share: () => 0 };
  return { published: ranged(published, series), parts: null, cells };
}

function byBoth(said: Said, series: MonthsAhead & CellMonths, deals: PipelineMonths): Made {
  const { company } = said.published;
  const { cutoff } = series;
  const fitted = fitWeight(knownPairs(company, said.both, cutoff.origin));
  // where nothing was ever booked the series knows nothing
  const weight = series.models[0] === "none" ? () => 1 : fitted;
  const share = pipelineShare(company.line, weight, deals.months);
  const whole = pipelineShare(company.line, () => 1, deals.months);
  const made = combinedMonths(company, series, { pipeline: deals, share });
  const errors = errorsOf(said.series, series);
  const common = commonError(said.pipeline.past, company.booked, cutoff.origin);
  const spreadWith = (part: PipelineShare) =>
    simulatedSpread({ cutoff, draws: deals.draws, common, errors, share: part });
  return {
    published: ranged(said.published, made.combined, spreadWith(share)),
    parts: {
      series: ranged(said.series, series),
      pipeline: ranged(said.pipeline, made.pipeline, spreadWith(whole)),
    },
    cells: { cutoff, published: made.combined, series, share },
  };
}

function rememberAll(said: Said, { published, parts }: CutoffForecasts): void {
  remember(said.published, published);
  remember(said.series, parts?.series ?? published);
  if (!parts) return;
  remember(said.pipeline, parts.pipeline);
  said.both.push({
    pipeline: withoutCells(parts.pipeline.months),
    series: withoutCells(parts.series.months),
  });
}
