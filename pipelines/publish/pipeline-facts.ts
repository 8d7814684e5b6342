import type { PlainDate } from "../../src/calendar.ts";
import type { PipelineChange } from "../../src/narrative/change.ts";
import type {
  NeedRange,
  PipelineFacts,
  QuarterCoverage,
  ShortRegion,
} from "../../src/narrative/pipeline.ts";
import type { QuarterShare } from "../../src/narrative/pipeline-figures.ts";
import type { ListedBar } from "../../src/opportunity/listing.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Edition } from "./file.ts";
import type { Reach } from "./pipeline-history.ts";
import type { PeriodRow, Window } from "./pipeline-window.ts";
import { readReport } from "./reading.ts";

export interface CoverageRow extends QuarterCoverage {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly is_current: boolean;
}

/** Counts of all open deals, the same in every row. */
export interface OpenRow {
  readonly count_all: number;
  readonly count_overdue: number;
  /** Null where none of the quarter in progress is overdue, or no amount of them is known. */
  readonly overdue_quarter_cents: number | null;
}

export interface ShareRow {
  readonly label: string;
  readonly slip_rate: number | null;
  readonly count_slipped: number | null;
  readonly count_called: number | null;
  readonly push_rate: number | null;
  readonly count_pushed: number | null;
  readonly count_dated: number | null;
}

/** What the page reads that its answer is made of. */
export interface PipelineInputs {
  readonly coverage: readonly CoverageRow[];
  readonly open: readonly OpenRow[];
  readonly shares: readonly ShareRow[];
  readonly reach: Reach;
  /** The window since the quarter began, with its bars; null when the data don't reach back. */
  readonly quarter: { readonly window: Window; readonly bars: readonly ListedBar[] } | null;
}

/** The facts of the page's answer. */
export async function factsOf(
  warehouse: Warehouse,
  { currency, currency_digits }: Edition,
  { coverage, open, shares, reach, quarter }: PipelineInputs,
): Promise<PipelineFacts> {
  const ofCompany = coverage.filter((row) => row.entity_type === "company");
  return {
    currency,
    currency_digits,
    current: ofCompany.find((row) => row.is_current) ?? null,
    next: ofCompany.find((row) => !row.is_current) ?? null,
    need_range: await needRange(warehouse),
    short_regions: shortRegions(coverage),
    // without a row no deal is open
    open_deals: open[0]?.count_all ?? 0,
    overdue_deals: open[0]?.count_overdue ?? 0,
    textbook: await textbookNeed(warehouse),
    ...sharesOf(shares.at(-1)),
    change: quarter && changeOf(quarter, open[0]?.overdue_quarter_cents ?? null),
    history: reach,
  };
}

async function needRange(warehouse: Warehouse): Promise<NeedRange> {
  const [found] = await readReport<NeedRange>(warehouse, "pipeline_need");
  return found ?? { lowest: null, highest: null, count_quarters: 0 };
}

function shortRegions(rows: readonly CoverageRow[]): ShortRegion[] {
  return rows
    .filter((row) => row.entity_type === "region" && row.is_current)
    .flatMap(({ entity_id, coverage, needed, remaining_quota_cents }): ShortRegion[] => {
      if (coverage === null || needed === null || remaining_quota_cents === null) return [];
      const missing_cents = Math.round((needed - coverage) * remaining_quota_cents);
      return missing_cents > 0 ? [{ name: entity_id, missing_cents }] : [];
    })
    .sort((a, b) => b.missing_cents - a.missing_cents);
}

async function textbookNeed(warehouse: Warehouse): Promise<number | null> {
  const [recent] = await readReport<{ win_rate_value: number | null }>(
    warehouse,
    "recent_win_rate_value",
  );
  const rate = recent?.win_rate_value ?? null;
  return rate === null || rate <= 0 ? null : 1 / rate;
}

function sharesOf(row: ShareRow | undefined): {
  slip: QuarterShare | null;
  push: QuarterShare | null;
} {
  if (!row) return { slip: null, push: null };
  const { label, slip_rate, count_slipped, count_called, push_rate, count_pushed, count_dated } =
    row;
  return {
    slip: { label, value: slip_rate, numerator: count_slipped, denominator: count_called },
    push: { label, value: push_rate, numerator: count_pushed, denominator: count_dated },
  };
}

function changeOf(
  { window: { from }, bars }: NonNullable<PipelineInputs["quarter"]>,
  overdue_cents: number | null,
): PipelineChange | null {
  const [opening, closing] = [bars[0], bars.at(-1)];
  if (!opening || !closing) return null;
  return {
    from,
    opening_cents: opening.cents,
    closing_cents: closing.cents,
    overdue_cents,
    bars: bars.slice(1, -1),
  };
}

/** Fiscal quarters and years whose close dates can be asked for: from the data's start to next year's end. */
export function spansOf(periods: readonly PeriodRow[], firstDate: PlainDate | null): PeriodRow[] {
  return periods.filter(
    ({ period, period_end }) => period !== "month" && firstDate !== null && period_end > firstDate,
  );
}
