import { formatCount, formatDate, formatPlural, formatRate } from "../format.ts";
import type { Answer, Figure } from "./answer.ts";
import { hygieneMethod } from "./hygiene.ts";

/** What was read, what was left out and what the checks said. */
export interface EvidenceFacts {
  readonly as_of: string;
  readonly files: number;
  readonly rows: number;
  readonly rejected_rows: number;
  /** Of the opportunity files; null when none was read. */
  readonly deals: RejectedAmount | null;
  readonly checks: Readonly<Record<"pass" | "note" | "warn" | "refuse", number>>;
  /** Findings on what was kept, by severity. */
  readonly warnings: number;
  readonly notes: number;
  /** Facts that can't change and were told in two ways. */
  readonly contradictions: number;
  /** What open deals have to mend, in a sentence. */
  readonly hygiene: string;
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
  const total = checks.pass + checks.note + checks.warn + checks.refuse;
  const read = `Data run to ${formatDate(as_of)}: ${formatPlural(rows, "row")} were read from ${formatPlural(files, "file")}`;
  const rejects =
    rejected_rows === 0
      ? "none was rejected"
      : `${formatCount(rejected_rows)} ${rejected_rows === 1 ? "was" : "were"} rejected (${formatRate(rejected_rows / rows)})`;
  const kept = keptWords(facts);
  return {
    sentence: `${read}, ${rejects}, ${kept}, and ${checks.pass} of ${formatPlural(total, "check")} passed.`,
    details: [contradictionWords(facts.contradictions), facts.hygiene],
    figures: evidenceFigures(facts, total),
    method: [severityMethod, hygieneMethod],
  };
}

function keptWords({ warnings, notes }: EvidenceFacts): string {
  if (warnings + notes === 0) return "nothing odd was found in the rest";
  return `the rest has ${formatPlural(warnings, "warning")} and ${formatPlural(notes, "note")}`;
}

function contradictionWords(count: number): string {
  if (count === 0) return "No drop contradicts an earlier one.";
  return `${formatPlural(count, "fact is", "facts are")} told in two ways by different rows; what was told first stands.`;
}

const severityMethod =
  "A missing or unreadable file, column, stage or rate stops a rebuild. Too many rejected rows, a feed that is too old or a drop that goes backwards refuse to publish it. A row that can’t be read is rejected and counts nowhere. What is odd but usable is kept: with a warning where a figure may be off, with a note where it helps to know.";

function evidenceFigures(facts: EvidenceFacts, total: number): Figure[] {
  const { oldest_feed, checks, warnings, notes } = facts;
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
      note: checks.warn === 0 ? "none warns" : `${formatCount(checks.warn)} with warnings`,
    },
    { label: "Warnings", value: formatCount(warnings), note: "odd, kept" },
    { label: "Notes", value: formatCount(notes), note: "good to know" },
    {
      label: `Oldest feed on ${formatDate(facts.as_of)}`,
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
