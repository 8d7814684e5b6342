import { formatMoney, formatMultiple, formatPeriod, formatPlural } from "../format.ts";
import { type Answer, type Currency, formatAmount, listWords } from "./answer.ts";
import { changeSentence, type PipelineChange } from "./change.ts";
import { pipelineFigures, type QuarterShare } from "./pipeline-figures.ts";
import { historyAside, type KnownHistory, pipelineMethod } from "./pipeline-method.ts";

/** Open pipeline of a quarter against the quota that is left in it. */
export interface QuarterCoverage {
  readonly label: string;
  /** Bookings that open deals dated in what is left of it would bring, whole minor units. */
  readonly open_cents: number | null;
  /** Negative or zero when the quota is reached; null without a quota. */
  readonly remaining_quota_cents: number | null;
  readonly count_open: number | null;
  /** Null when there is nothing left to cover. */
  readonly coverage: number | null;
  /** What past quarters needed from the same day on; null when unknown. */
  readonly needed: number | null;
}

/** What single past quarters needed, from the least to the most. */
export interface NeedRange {
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly count_quarters: number;
}

/** A region whose pipeline is less than its own past quarters needed. */
export interface ShortRegion {
  readonly name: string;
  /** Pipeline missing, whole minor units. */
  readonly missing_cents: number;
}

export interface PipelineFacts extends Currency {
  /** The quarter in progress and the one after it; null when the plan doesn't reach there. */
  readonly current: QuarterCoverage | null;
  readonly next: QuarterCoverage | null;
  readonly need_range: NeedRange;
  /** In the quarter in progress, those that miss most first. */
  readonly short_regions: readonly ShortRegion[];
  readonly open_deals: number;
  readonly overdue_deals: number;
  /** 1 ÷ won over decided amount of the last four complete quarters; null when unknown. */
  readonly textbook: number | null;
  readonly slip: QuarterShare | null;
  readonly push: QuarterShare | null;
  /** What changed since the quarter began; null when the history doesn't reach back. */
  readonly change: PipelineChange | null;
  readonly history: KnownHistory;
}

/** Answers whether there is enough pipeline, and what changed it. */
export function pipelineAnswer(facts: PipelineFacts): Answer {
  const { change } = facts;
  return {
    sentence: `${enough(facts)}.`,
    details: [
      change === null
        ? "What changed it can’t be told: no history of deals reaches back to the quarter’s start."
        : changeSentence(change, facts),
      outlookAhead(facts),
    ].filter((text) => text !== undefined),
    figures: pipelineFigures(facts),
    method: pipelineMethod(),
    aside: historyAside(facts.history),
  };
}

function enough(facts: PipelineFacts): string {
  const { current, open_deals, currency_digits } = facts;
  if (!current || current.open_cents === null) {
    return `${formatPlural(open_deals, "deal")} ${open_deals === 1 ? "is" : "are"} open, and no quota is on file to hold them against`;
  }
  const { label, open_cents, remaining_quota_cents, coverage } = current;
  const quarter = formatPeriod(label);
  const open = formatAmount(open_cents, facts);
  if (remaining_quota_cents === null) {
    return `${quarter} has ${open} of open pipeline, and no quota is on file to hold it against`;
  }
  if (remaining_quota_cents <= 0 || coverage === null) {
    return `${quarter}’s quota is reached already, and ${open} of open pipeline is still dated in it`;
  }
  const left = formatMoney(remaining_quota_cents, currency_digits);
  return `${quarter} has ${open} of open pipeline for the ${left} of quota still to book, ${formatMultiple(coverage)}; ${against(facts, coverage, remaining_quota_cents)}${shortWords(facts)}`;
}

/** Coverage beside what is needed, and how much pipeline is missing or over. */
function against(
  { current, textbook, need_range, currency_digits }: PipelineFacts,
  coverage: number,
  remaining: number,
): string {
  const needed = current?.needed ?? null;
  if (needed === null) {
    return textbook === null
      ? "how much is needed isn’t known"
      : `how much is needed isn’t known yet, and the textbook asks for ${formatMultiple(textbook)}`;
  }
  const gap = formatMoney(Math.abs(coverage - needed) * remaining, currency_digits);
  const took = `past quarters needed ${formatMultiple(needed)} from this day on${rangeWords(need_range)}`;
  const isSure = isBeyond(coverage, need_range);
  return coverage >= needed
    ? `${took}, so it is ${isSure ? `enough, by ${gap}` : "likely enough"}`
    : `${took}, so ${gap} of pipeline is ${isSure ? "" : "likely "}missing`;
}

function rangeWords({ lowest, highest, count_quarters }: NeedRange): string {
  if (lowest === null || highest === null || count_quarters < 2) return "";
  return `, each of the ${count_quarters} between ${formatMultiple(lowest)} and ${formatMultiple(highest)}`;
}

/** Whether every past quarter says the same of it; one alone, or one without a need, can't tell. */
function isBeyond(coverage: number, { lowest, highest, count_quarters }: NeedRange): boolean {
  if (lowest === null || highest === null || count_quarters < 2) return false;
  return coverage >= highest || coverage < lowest;
}

function shortWords({ short_regions, currency_digits }: PipelineFacts): string {
  const [first, ...others] = short_regions;
  if (!first) return "";
  const money = (region: ShortRegion) => formatMoney(region.missing_cents, currency_digits);
  if (others.length > 2) {
    return `; ${short_regions.length} regions are short, ${first.name} most, by ${money(first)}`;
  }
  const each = others.map((region) => `${region.name} ${money(region)}`);
  return `; ${listWords([`${first.name} is ${money(first)}`, ...each])} short`;
}

function outlookAhead({ next }: PipelineFacts): string | undefined {
  if (!next || next.coverage === null) return undefined;
  const actual = `${formatPeriod(next.label)} is covered ${formatMultiple(next.coverage)} so far`;
  return next.needed === null
    ? `${actual}.`
    : `${actual}; ${formatMultiple(next.needed)} has been needed this long before.`;
}
