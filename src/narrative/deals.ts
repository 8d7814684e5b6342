import {
  formatCount,
  formatDate,
  formatFineRate,
  formatMoney,
  formatPeriod,
  formatPlural,
} from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount, listWords } from "./answer.ts";
import { dealMethod } from "./deal-method.ts";
import { riskLabels } from "./deal-reasons.ts";

/** What all open deals come to, whole minor units. */
export interface DealTotals {
  readonly deals: number;
  readonly without_amount: number;
  /** Deals of which nothing is expected, since it isn't known what they were like. */
  readonly without_forecast: number;
  readonly amount_cents: number;
  readonly expected_cents: number;
  readonly expected_in_quarter_cents: number;
  readonly expected_next_quarter_cents: number;
  readonly flagged: number;
  readonly flagged_expected_cents: number;
}

/** Chances that were given before: how many, what share was to come true, and how many did. */
export interface PastChances {
  readonly count: number;
  readonly expected: number;
  readonly won: number;
}

/** A risk flag and how many deals have it. */
export interface FlagCount {
  readonly flag: string;
  readonly deals: number;
}

export interface DealsFacts extends Currency {
  readonly totals: DealTotals;
  /** The fewest deals that make half of what is uncertain. */
  readonly half: number;
  /** The most frequent first. */
  readonly flags: readonly FlagCount[];
  /** The quarter in progress and the next. */
  readonly quarters: readonly { readonly label: string; readonly period_end: string }[];
  /** Whether too few deals have ended for chances of their own. */
  readonly isPooled: boolean;
  /** To be won within the quarter; null where no quarter is over that any was given in. */
  readonly past: PastChances | null;
}

/** Answers which open deals will be won, when, and which are at risk. */
export function dealsAnswer(facts: DealsFacts): Answer {
  if (facts.totals.deals === 0) {
    return { sentence: "No deal is open.", details: [], figures: [], method: dealMethod };
  }
  return {
    sentence: expectedSentence(facts),
    details: [halfSentence(facts), flagSentence(facts), pastSentence(facts)],
    figures: figuresOf(facts),
    method: dealMethod,
  };
}

function expectedSentence(facts: DealsFacts): string {
  const { totals, quarters, currency_digits } = facts;
  const { deals, without_amount, amount_cents, expected_cents } = totals;
  const worth =
    without_amount === deals
      ? "without an amount"
      : `worth ${formatAmount(amount_cents, facts)}${without_amount === 0 ? "" : ` (${formatCount(without_amount)} without an amount)`}`;
  const open = `${formatPlural(deals, "open deal")}, ${worth}`;
  if (totals.without_forecast === deals)
    return `${open}: of none is enough known to say what it will bring.`;
  const quarter = quarters[0];
  const soon = formatMoney(totals.expected_in_quarter_cents, currency_digits);
  const when = quarter ? `, ${soon} of it by the end of ${formatPeriod(quarter.label)}` : "";
  return `${open}: ${formatMoney(expected_cents, currency_digits)} is expected from ${deals === 1 ? "it" : "them"}${when}.`;
}

function halfSentence({ half, isPooled }: DealsFacts): string {
  if (isPooled)
    return "Too few deals have ended to tell them apart: each has the chance of all together.";
  return `Half of what is uncertain about that rests on ${formatPlural(half, "deal")}.`;
}

function flagSentence({ totals, flags, currency_digits }: DealsFacts): string {
  const { flagged, flagged_expected_cents } = totals;
  if (flagged === 0) return "None has a risk flag.";
  const most = flags
    .slice(0, 3)
    .map(({ flag, deals }) => `${riskLabels[flag] ?? flag} (${formatCount(deals)})`);
  return `${formatPlural(flagged, "deal")} ${flagged === 1 ? "has" : "have"} a risk flag, most often ${listWords(most)}; ${formatMoney(flagged_expected_cents, currency_digits)} of what is expected comes from ${flagged === 1 ? "it" : "them"}.`;
}

function pastSentence({ past }: DealsFacts): string {
  if (past === null)
    return "Whether such chances are right can’t be told yet: none was given in a quarter that is over.";
  const { count, expected, won } = past;
  return `Of ${formatPlural(count, "chance")} given at earlier dates to be won within the quarter, ${formatFineRate(expected)} were expected to come true, and ${formatFineRate(won / count)} did.`;
}

function figuresOf(facts: DealsFacts): Figure[] {
  const { totals, quarters, currency_digits } = facts;
  const money = (cents: number) => formatMoney(cents, currency_digits);
  const [quarter, next] = quarters;
  return [
    {
      label: "Open deals",
      value: formatCount(totals.deals),
      note: `worth ${money(totals.amount_cents)}`,
    },
    {
      label: "Expected from them",
      value: money(totals.expected_cents),
      note: "whenever they close",
    },
    ...(quarter
      ? [
          {
            label: `Still in ${formatPeriod(quarter.label)}`,
            value: money(totals.expected_in_quarter_cents),
            note: `by ${formatDate(quarter.period_end)}`,
          },
        ]
      : []),
    ...(next
      ? [
          {
            label: `In ${formatPeriod(next.label)}`,
            value: money(totals.expected_next_quarter_cents),
            note: "from deals open today",
          },
        ]
      : []),
    {
      label: "With a risk flag",
      value: formatCount(totals.flagged),
      note: `${money(totals.flagged_expected_cents)} expected from them`,
    },
  ];
}
