import { formatCount, formatDate, formatPlural, formatRate } from "../format.ts";
import type { Answer, Figure } from "./answer.ts";

/** What was read, what was left out and what the checks said. */
export interface EvidenceFacts {
  readonly as_of: string;
  readonly files: number;
  readonly rows: number;
  readonly rejected_rows: number;
  /** Of the opportunity files; null when none was read. */
  readonly deals: RejectedAmount | null;
  readonly checks: { readonly pass: number; readonly warn: number; readonly refuse: number };
  readonly findings: number;
  readonly oldest_feed: { readonly source: string; readonly age_days: number } | null;
}

/** What was rejected of the amount that opportunity files carry. */
export interface RejectedAmount {
  /** Total of the amount column, minor units of the files' own currencies; null without one. */
  readonly amount_minor: number | null;
  readonly rejected_amount_minor: number | null;
  readonly count_rejected: number;
  /** Rejected rows whose amount can't be read. */
  readonly count_unknown: number;
}

/** Answers whether the numbers can be trusted. */
export function evidenceAnswer(facts: EvidenceFacts): Answer {
  const { as_of, files, rows, rejected_rows, checks } = facts;
  const total = checks.pass + checks.warn + checks.refuse;
  const read = `Data run to ${formatDate(as_of)}: ${formatPlural(rows, "row")} were read from ${formatPlural(files, "file")}`;
  const rejects =
    rejected_rows === 0
      ? "none was rejected"
      : `${formatCount(rejected_rows)} ${rejected_rows === 1 ? "was" : "were"} rejected (${formatRate(rejected_rows / rows)})`;
  return {
    sentence: `${read}, ${rejects}, and ${checks.pass} of ${formatPlural(total, "check")} passed.`,
    details: [concerns(facts)],
    figures: evidenceFigures(facts, total),
  };
}

function concerns({ checks, findings }: EvidenceFacts): string {
  const kept = `${formatPlural(findings, "row")} ${findings === 1 ? "was" : "were"} odd but usable, and kept with a finding`;
  if (checks.refuse > 0) return `${formatPlural(checks.refuse, "check")} failed; ${kept}.`;
  if (checks.warn > 0) {
    return `${formatPlural(checks.warn, "check")} ${checks.warn === 1 ? "warns" : "warn"}; ${kept}.`;
  }
  return findings === 0
    ? "Nothing odd was found."
    : `${kept}.`.replace(/^./, (c) => c.toUpperCase());
}

function evidenceFigures(facts: EvidenceFacts, total: number): Figure[] {
  const { oldest_feed, checks, findings } = facts;
  return [
    {
      label: "Rows rejected",
      value: facts.rows === 0 ? "–" : formatRate(facts.rejected_rows / facts.rows),
      note: `of ${formatCount(facts.rows)} read`,
    },
    amountFigure(facts.deals),
    {
      label: "Checks passed",
      value: `${checks.pass} of ${total}`,
      note: checks.warn === 0 ? "no warnings" : formatPlural(checks.warn, "warning"),
    },
    { label: "Findings", value: formatCount(findings), note: "odd rows, kept" },
    {
      label: "Oldest feed",
      value: oldest_feed ? formatPlural(oldest_feed.age_days, "day") : "–",
      note: oldest_feed ? oldest_feed.source : "no feed",
    },
  ];
}

/** The share of opportunity amount rejected, as far as it is known. */
function amountFigure(deals: RejectedAmount | null): Figure {
  const label = "Opportunity amount rejected";
  const none = { label, value: "–", note: "no opportunity file has an amount" };
  if (!deals) return none;
  const { amount_minor, rejected_amount_minor, count_rejected, count_unknown } = deals;
  if (amount_minor === null || amount_minor === 0 || rejected_amount_minor === null) return none;
  const unknown = `the amount of ${formatPlural(count_unknown, "rejected row")} is unknown`;
  if (count_rejected > 0 && count_unknown >= count_rejected) {
    return { label, value: "unknown", note: unknown };
  }
  const value = formatRate(Math.abs(rejected_amount_minor / amount_minor));
  return { label, value, note: count_unknown > 0 ? unknown : "of the amount read" };
}
