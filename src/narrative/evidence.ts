import { formatCount, formatDate, formatPlural, formatRate } from "../format.ts";
import type { Answer, Figure } from "./answer.ts";

/** What was read, what was left out and what the checks said. */
export interface EvidenceFacts {
  readonly as_of: string;
  readonly files: number;
  readonly rows: number;
  readonly rejected_rows: number;
  /** Whole minor units over all files that carry an amount; null when none does. */
  readonly amount_cents: number | null;
  readonly rejected_amount_cents: number | null;
  readonly checks: { readonly pass: number; readonly warn: number; readonly refuse: number };
  readonly findings: number;
  readonly oldest_feed: { readonly source: string; readonly age_days: number } | null;
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
  const { amount_cents, rejected_amount_cents, oldest_feed, checks, findings } = facts;
  const amount = amount_cents ? (rejected_amount_cents ?? 0) / amount_cents : null;
  return [
    {
      label: "Rows rejected",
      value: facts.rows === 0 ? "–" : formatRate(facts.rejected_rows / facts.rows),
      note: `of ${formatCount(facts.rows)} read`,
    },
    {
      label: "Amount rejected",
      value: amount === null ? "–" : formatRate(amount),
      note: amount === null ? "no file has an amount" : "of all amounts read",
    },
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
