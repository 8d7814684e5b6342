import { formatFineRate, formatMoney, formatPeriod, formatPlural } from "../format.ts";

/** What would have to be true for a quarter's target, whole minor units and shares. */
export interface NeedFacts {
  readonly label: string;
  /** Whether the quarter is in progress; else it is the next one. */
  readonly is_current: boolean;
  readonly target_cents: number;
  readonly booked_cents: number;
  /** The target over the forecast. */
  readonly gap: number;
  /** Expected from deals not yet created; null where the pipeline isn't known. */
  readonly coming: number | null;
  readonly comingTimes: number | null;
  readonly share: {
    readonly expected: number;
    readonly needed: number;
    readonly countReached: number;
    readonly count: number;
  } | null;
  /** Deals that would close the gap if won in this quarter; null of a quarter yet to begin. */
  readonly forward: {
    readonly deals: readonly unknown[];
    readonly added: number;
    readonly isEnough: boolean;
  } | null;
}

/** A lead, and what follows from it, each of which would do by itself. */
export interface NeedWords {
  readonly lead: string;
  readonly ways: readonly string[];
}

/** What would have to be true, in words. */
export function needWords(facts: NeedFacts, digits: number): NeedWords {
  const { label, target_cents, booked_cents, gap } = facts;
  const period = formatPeriod(label);
  const target = `the target of ${formatMoney(target_cents, digits)}`;
  if (booked_cents >= target_cents)
    return { lead: `${period}: ${target} is booked already.`, ways: [] };
  if (gap <= 0) {
    const lead = `${period} is forecast ${formatMoney(-gap, digits)} above ${target}.`;
    return { lead: `${lead} ${slackSentence(facts)}`.trim(), ways: [] };
  }
  return {
    lead: `${period} is forecast ${formatMoney(gap, digits)} short of ${target}. All else as expected, one of these would close the gap:`,
    ways: [shareWay(facts), comingWay(facts, digits), forwardWay(facts, digits)].filter(
      (way) => way !== "",
    ),
  };
}

function slackSentence({ share, is_current }: NeedFacts): string {
  if (share === null) return "";
  if (share.needed <= 0) return "All else as expected, it needs none of the open deals.";
  return `To reach it, all else as expected, ${formatFineRate(share.needed)} of the open amount must be won in the quarter; ${formatFineRate(share.expected)} is expected. ${reachedSentence(share, is_current)}`;
}

function reachedSentence(
  { countReached, count }: NonNullable<NeedFacts["share"]>,
  isCurrent: boolean,
): string {
  if (count === 0) return "How much was won in earlier quarters isn’t known.";
  const when = isCurrent ? "As far into the quarter" : "As long before the quarter";
  return `${when}, it came to that much in ${countReached} of ${formatPlural(count, "earlier quarter")}.`;
}

function shareWay({ share, is_current }: NeedFacts): string {
  if (share === null) return "";
  if (share.needed > 1)
    return "Open deals can’t do it: all of them, won at their amounts, would still be too little.";
  return `Of the open amount ${formatFineRate(share.needed)} is won in the quarter instead of ${formatFineRate(share.expected)}. ${reachedSentence(share, is_current)}`;
}

function comingWay({ gap, coming, comingTimes }: NeedFacts, digits: number): string {
  if (coming === null) return "";
  const needed = formatMoney(Math.max(0, coming) + gap, digits);
  if (comingTimes === null)
    return `Deals not yet created bring ${needed} in the quarter; next to nothing is expected from them.`;
  return `Deals not yet created bring ${needed} in the quarter instead of ${formatMoney(coming, digits)}: ${times(comingTimes)} what is expected.`;
}

const times = (ratio: number) => (ratio > 20 ? "more than 20 times" : `${ratio.toFixed(1)} times`);

function forwardWay({ forward }: NeedFacts, digits: number): string {
  if (forward === null || forward.deals.length === 0) return "";
  const { deals, added, isEnough } = forward;
  const many = formatPlural(deals.length, "deal");
  const sum = formatMoney(added, digits);
  if (!isEnough)
    return `Not by deals brought forward alone: ${many} likelier won next quarter would add ${sum} in all.`;
  return deals.length === 1
    ? `One deal that is likelier won next quarter is won in this one: it would add ${sum}. It is listed below.`
    : `These ${many}, likelier won next quarter, are all won in this one: together they would add ${sum}. They are listed below.`;
}
