import { formatMoney, formatMultiple, formatPeriod, formatPlural } from "../format.ts";
import { type Answer, type Currency, formatAmount } from "./answer.ts";
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

export interface PipelineFacts extends Currency {
  /** The quarter in progress and the one after it; null when the plan doesn't reach there. */
  readonly current: QuarterCoverage | null;
  readonly next: QuarterCoverage | null;
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
  return `${quarter} has ${open} of open pipeline for the ${left} of quota still to book, ${formatMultiple(coverage)}; ${against(facts, coverage, remaining_quota_cents)}`;
}

/** Coverage beside what is needed, and how much pipeline is missing or over. */
function against(
  { current, textbook, currency_digits }: PipelineFacts,
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
  const took = `past quarters needed ${formatMultiple(needed)} from this day on`;
  return coverage >= needed
    ? `${took}, so it is enough, by ${gap}`
    : `${took}, so ${gap} of pipeline is missing`;
}

function outlookAhead({ next }: PipelineFacts): string | undefined {
  if (!next || next.coverage === null) return undefined;
  const actual = `${formatPeriod(next.label)} is covered ${formatMultiple(next.coverage)} so far`;
  return next.needed === null
    ? `${actual}.`
    : `${actual}; ${formatMultiple(next.needed)} has been needed this long before.`;
}
